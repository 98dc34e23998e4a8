import { useReader } from "./reader.ts";

/** A number with the locale's separators, its figures of one width. */
export function Count({ value }: { value: number }) {
  const { locale } = useReader();
  return (
    <span class="tabular-nums">
      {new Intl.NumberFormat(locale).format(value)}
    </span>
  );
}
