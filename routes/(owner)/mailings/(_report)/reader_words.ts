import { dateFormat, numberFormat } from "../../../../components/formats.ts";
import type { Reading } from "../../../../components/reader.ts";

const SECOND = 1_000;
const UNITS = [
  ["day", 86_400 * SECOND],
  ["hour", 3_600 * SECOND],
  ["minute", 60 * SECOND],
  ["second", SECOND],
] as const;

/** A moment as it stands in a heading: "23 November 2026 at 09:00". */
export function whenInWords(at: Date, { locale, zone }: Reading): string {
  return dateFormat(locale, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: zone,
  }).format(at);
}

/** A length of time by its two largest units: "1 hr 5 min". */
export function tookInWords(ms: number, { locale }: Reading): string {
  const unit = (value: number, unit: string) =>
    numberFormat(locale, {
      style: "unit",
      unit,
      unitDisplay: "short",
      maximumFractionDigits: ms < 10 * SECOND ? 1 : 0,
    }).format(value);
  if (ms < 10 * SECOND) return unit(ms / SECOND, "second");
  const largest = UNITS.findIndex(([, length]) => ms >= length);
  let rest = Math.round(ms / SECOND) * SECOND;
  return UNITS.slice(largest, largest + 2).map(([name, length]) => {
    const value = Math.floor(rest / length);
    rest -= value * length;
    return value === 0 ? "" : unit(value, name);
  }).filter(Boolean).join(" ");
}

/** A moment to the second in a zone, as ISO 8601 has it: "2026-11-23T09:00:00+01:00". */
export function isoInZone(at: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: "never", smallestUnit: "second" });
}
