import { dateFormat } from "../../../../components/formats.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import { type Language, LOCALES } from "../../../../core/i18n/language.ts";
import type { Audience } from "../../../../core/mailings/mailing.ts";
import type { Schedule } from "../../../../core/mailings/schedule.ts";

/** What is needed to speak to a reader. */
export interface Voice {
  t: Catalogue;
  language: Language;
}

/** What is needed to tell a time: where and when it is read. */
export interface Telling {
  language: Language;
  zone: string;
  now: Date;
  weekday?: boolean;
}

/** Whom a mailing goes to, in words. */
export function audienceInWords(audience: Audience, t: Catalogue): string {
  const words = t.mailings.audience;
  switch (audience.kind) {
    case "everyone":
      return words.everyone;
    case "search":
      return words.search(audience.query);
    case "chosen":
      return audience.count === 0 ? words.nobody : words.chosen(audience.count);
  }
}

/** How often a mailing goes out and until when, in words. */
export function rhythmInWords(schedule: Schedule, voice: Voice): string {
  const { repeat, startsAt, endsAt } = schedule;
  const words = voice.t.mailings.rhythm;
  if (repeat === "once") return words.once;
  const day = Temporal.PlainDate.from(startsAt);
  const rhythm = {
    daily: words.daily,
    weekly: words.weekly(day.dayOfWeek),
    monthly: words.monthly(day.day),
  }[repeat];
  return endsAt ? words.until(rhythm, wallTime(endsAt, voice)) : rhythm;
}

/** A sending time in its zone: "Tue 24 November, 09:00", with the year where it is another. */
export function sendingTime(
  at: Date,
  { language, zone, now, weekday = true }: Telling,
): string {
  const year = yearIn(zone, at) === yearIn(zone, now)
    ? {}
    : { year: "numeric" } as const;
  const day = weekday ? { weekday: "short" } as const : {};
  const date = dateIn(language, {
    ...day,
    day: "numeric",
    month: "long",
    ...year,
    timeZone: zone,
  }, at);
  return `${date}, ${timeOfDay(at, zone)}`;
}

/** The time of day in a zone: "09:00". */
export function timeOfDay(at: Date, zone: string): string {
  return dateFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  }).format(at);
}

/** A time zone's name as people read it. */
export function zoneInWords(zone: string): string {
  return zone.replaceAll("_", " ");
}

function yearIn(zone: string, at: Date): string {
  return dateFormat("en", { year: "numeric", timeZone: zone })
    .format(at);
}

// Wall-clock times have no zone: reading and showing them in the same one changes nothing.
function wallTime(wallTime: string, { language }: Voice): string {
  const date = dateIn(language, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }, new Date(`${wallTime}Z`));
  return `${date}, ${wallTime.slice(11, 16)}`;
}

// Which mark stands behind a weekday differs between versions of the same locale's data.
function dateIn(
  language: Language,
  options: Intl.DateTimeFormatOptions,
  at: Date,
): string {
  return dateFormat(LOCALES[language], options).format(at)
    .replace(/^(\p{L}+),? /u, language === "en" ? "$1 " : "$1, ");
}
