import { useReader } from "./reader.ts";
import { exactTime, relativeTime } from "./relative_time.ts";

/** What a moment needs to be told: where and when the reader is. */
export interface TimeProps {
  at: Date;
  now: Date;
  /** IANA time zone; the reader's unless told. */
  zone?: string;
  locale?: string;
  /** Shows the exact time, with no tooltip. */
  exact?: boolean;
}

/** A moment as people say it ("in 2 hours"), with the exact time in a tooltip. */
export function Time({ at, now, exact = false, ...given }: TimeProps) {
  const { zone, locale } = { ...useReader(), ...given };
  const full = exactTime(at, { zone, locale });
  return (
    <time dateTime={at.toISOString()} title={exact ? undefined : full}>
      {exact ? full : relativeTime(at, { now, zone, locale })}
    </time>
  );
}
