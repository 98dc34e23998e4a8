/** A number with the locale's separators, its figures of one width. */
export function Count(
  { value, locale = "en" }: { value: number; locale?: string },
) {
  return (
    <span class="tabular-nums">
      {new Intl.NumberFormat(locale).format(value)}
    </span>
  );
}
