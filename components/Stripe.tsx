/** How much of a run is done. */
export interface StripeProps {
  value: number;
  max: number;
  /** What is measured: "1,024 of 1,204 handled". */
  label: string;
  /** An id for scripts that keep it moving. */
  id?: string;
}

/** A run's progress as an airmail stripe; the product's one ornament. */
export function Stripe({ value, max, label, id }: StripeProps) {
  return (
    <progress
      id={id}
      value={Math.min(value, max)}
      max={Math.max(max, 1)}
      aria-label={label}
      class="airmail-bar block h-3 w-full overflow-hidden rounded border"
    >
      {label}
    </progress>
  );
}
