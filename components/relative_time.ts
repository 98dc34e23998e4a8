import { dateFormat, distanceFormat } from "./formats.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNITS = [[DAY, "day"], [HOUR, "hour"], [MINUTE, "minute"]] as const;

/** Where a moment is read. */
export interface Place {
  /** IANA time zone. */
  zone: string;
  locale: string;
}

/** "in 2 hours", "yesterday"; beyond 30 days the date itself. */
export function relativeTime(
  at: Date,
  { now, zone, locale }: Place & { now: Date },
): string {
  const away = at.getTime() - now.getTime();
  if (Math.abs(away) > 30 * DAY) {
    return dateFormat(locale, {
      dateStyle: "medium",
      timeZone: zone,
    }).format(at);
  }
  const words = distanceFormat(locale);
  for (const [length, unit] of UNITS) {
    if (Math.abs(away) >= length) {
      return words.format(Math.trunc(away / length), unit);
    }
  }
  return words.format(0, "second");
}

/** The moment to the minute, with its time zone. */
export function exactTime(at: Date, { zone, locale }: Place): string {
  return dateFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone: zone,
  }).format(at);
}
