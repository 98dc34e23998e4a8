import { dateFormat } from "./formats.ts";
import { useReader } from "./reader.ts";

/** A day written out, as letters and articles carry it. */
export function Day({ at }: { at: Date }) {
  const { locale, zone } = useReader();
  const format = dateFormat(locale, {
    dateStyle: "long",
    timeZone: zone,
  });
  return <time dateTime={at.toISOString()}>{format.format(at)}</time>;
}
