import { numberFormat } from "./formats.ts";
import { useReader } from "./reader.ts";

/** A number with the locale's separators, its figures of one width. */
export function Count({ value }: { value: number }) {
  const { locale } = useReader();
  return (
    <span class="tabular-nums">
      {numberFormat(locale).format(value)}
    </span>
  );
}
