import { z } from "zod";

/** How often a mailing goes out. */
export const Repeat = z.enum(["once", "daily", "weekly", "monthly"], {
  error: "Choose how often the mailing repeats.",
});
export type Repeat = z.infer<typeof Repeat>;

/** An IANA time zone's name. */
export const TimeZone = z.string({ error: "Choose a time zone." })
  .refine(isTimeZone, { error: "Choose a time zone like Europe/Berlin." });

/** Local date and time without a zone, as a form's field gives it: `2026-11-24T09:00[:30]`. */
export const WallTime = z.string({ error: "Choose a date and time." })
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/, {
    error: "Choose a date and time.",
  })
  .refine(isWallTime, { error: "There is no such date." });

/** When a mailing goes out: wall-clock times, right in their zone across clock changes. */
export const Schedule = z.object({
  startsAt: WallTime,
  /** From then on nothing goes out. */
  endsAt: WallTime.optional(),
  timeZone: TimeZone,
  repeat: Repeat,
});
export type Schedule = z.infer<typeof Schedule>;

/** The first occurrence at or after an instant, if there is one before the end. */
export function firstFrom(schedule: Schedule, instant: Date): Date | undefined {
  for (let n = Math.max(0, estimate(schedule, instant) - 1);; n++) {
    const at = occurrence(schedule, n);
    if (!at || at >= instant) return at;
  }
}

/** The first occurrence strictly after an instant, if there is one before the end. */
export function firstAfter(
  schedule: Schedule,
  instant: Date,
): Date | undefined {
  return firstFrom(schedule, new Date(instant.getTime() + 1));
}

/** The occurrences from `from` to `until`, both included. */
export function occurrencesBetween(
  schedule: Schedule,
  { from, until }: { from: Date; until: Date },
): Date[] {
  const times: Date[] = [];
  for (
    let at = firstFrom(schedule, from);
    at && at <= until;
    at = firstAfter(schedule, at)
  ) times.push(at);
  return times;
}

/** The next `count` occurrences at or after an instant. */
export function upcoming(
  schedule: Schedule,
  from: Date,
  count: number,
): Date[] {
  const times: Date[] = [];
  let at = firstFrom(schedule, from);
  while (at && times.length < count) {
    times.push(at);
    at = firstAfter(schedule, at);
  }
  return times;
}

/** The instant from which on nothing goes out, if there is one. */
export function endOf(schedule: Schedule | undefined): Date | undefined {
  return schedule?.endsAt === undefined
    ? undefined
    : instantOf(schedule.endsAt, schedule.timeZone);
}

/** The instant of a wall-clock time: in a gap the later, of two the earlier. */
export function instantOf(wallTime: string, timeZone: string): Date {
  return toDate(
    Temporal.PlainDateTime.from(wallTime).toZonedDateTime(timeZone),
  );
}

/** The wall-clock time of an instant, to the second. */
export function wallTimeOf(instant: Date, timeZone: string): string {
  return zoned(instant, timeZone).toPlainDateTime().toString({
    smallestUnit: "second",
  });
}

function occurrence(schedule: Schedule, n: number): Date | undefined {
  if (n > 0 && schedule.repeat === "once") return undefined;
  const wallTime = Temporal.PlainDateTime.from(schedule.startsAt).add(
    step(schedule.repeat, n),
  );
  const at = toDate(wallTime.toZonedDateTime(schedule.timeZone));
  const isOver = schedule.endsAt &&
    at >= instantOf(schedule.endsAt, schedule.timeZone);
  return isOver ? undefined : at;
}

function step(repeat: Repeat, n: number): Temporal.DurationLike {
  if (repeat === "monthly") return { months: n };
  return repeat === "weekly" ? { weeks: n } : { days: n };
}

function estimate(schedule: Schedule, instant: Date): number {
  if (schedule.repeat === "once") return 0;
  const start = Temporal.PlainDateTime.from(schedule.startsAt);
  const unit = ({ daily: "days", weekly: "weeks", monthly: "months" } as const)[
    schedule.repeat
  ];
  const wallTime = zoned(instant, schedule.timeZone).toPlainDateTime();
  return start.until(wallTime, { largestUnit: unit })[unit];
}

function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone);
}

function toDate(at: Temporal.ZonedDateTime): Date {
  return new Date(at.epochMilliseconds);
}

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat("en", { timeZone: name });
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
}

function isWallTime(text: string): boolean {
  try {
    Temporal.PlainDateTime.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}
