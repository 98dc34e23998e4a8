import type { Audience } from "../../../../core/mailings/mailing.ts";
import type { Schedule } from "../../../../core/mailings/schedule.ts";

const number = new Intl.NumberFormat("en");

/** A number of clients in words. */
export function clientsInWords(count: number): string {
  return `${number.format(count)} ${count === 1 ? "client" : "clients"}`;
}

/** A number of messages in words. */
export function messagesInWords(count: number): string {
  return `${number.format(count)} ${count === 1 ? "message" : "messages"}`;
}

/** Whom a mailing goes to, in words. */
export function audienceInWords(audience: Audience): string {
  switch (audience.kind) {
    case "everyone":
      return "Everyone";
    case "search":
      return `Clients with “${audience.query}”`;
    case "chosen":
      return audience.count === 0
        ? "Nobody yet"
        : `${clientsInWords(audience.count)}, chosen one by one`;
  }
}

/** How often a mailing goes out and until when, in words. */
export function rhythmInWords(schedule: Schedule): string {
  const { repeat, startsAt, endsAt } = schedule;
  const words = {
    once: "Once",
    daily: "Every day",
    weekly: `Every ${weekday(startsAt)}`,
    monthly: monthly(Number(startsAt.slice(8, 10))),
  }[repeat];
  if (!endsAt || repeat === "once") return words;
  return `${words}, until ${wallDate(endsAt)}`;
}

/** A sending time in its zone: "Tue 24 November, 09:00", with the year where it is another. */
export function sendingTime(
  at: Date,
  { zone, now, weekday = true }: { zone: string; now: Date; weekday?: boolean },
): string {
  const year = yearIn(zone, at) === yearIn(zone, now)
    ? {}
    : { year: "numeric" } as const;
  const date = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    ...year,
    timeZone: zone,
  }).format(at);
  const time = `${date}, ${timeOfDay(at, zone)}`;
  return weekday ? `${weekdayIn(zone, at)} ${time}` : time;
}

/** The time of day in a zone: "09:00". */
export function timeOfDay(at: Date, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  }).format(at);
}

/** A time zone's name as people read it. */
export function zoneInWords(zone: string): string {
  return zone.replaceAll("_", " ");
}

function monthly(day: number): string {
  const words = `Every month on day ${day}`;
  return day > 28 ? `${words}, or the last of a shorter month` : words;
}

function weekdayIn(zone: string, at: Date): string {
  return new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: zone })
    .format(at);
}

function yearIn(zone: string, at: Date): string {
  return new Intl.DateTimeFormat("en", { year: "numeric", timeZone: zone })
    .format(at);
}

function weekday(wallTime: string): string {
  return wallFormat(wallTime, { weekday: "long" });
}

function wallDate(wallTime: string): string {
  const date = wallFormat(wallTime, {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  return `${date}, ${wallTime.slice(11, 16)}`;
}

// Wall-clock times have no zone: reading and showing them in the same one changes nothing.
function wallFormat(
  wallTime: string,
  options: Intl.DateTimeFormatOptions,
): string {
  return new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" })
    .format(new Date(`${wallTime}Z`));
}
