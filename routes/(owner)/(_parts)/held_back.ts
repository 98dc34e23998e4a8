import { dateFormat } from "../../../components/formats.ts";
import type { KnownDoor } from "../../../core/delivery/known_doors.ts";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";

/** Whoever reads, and when. */
export interface HeldBackReader {
  t: Catalogue;
  zone: string;
  now: Date;
}

/** Why an owner's mail is held back, what is being done and when, in a few sentences. */
export function heldBackInWords(
  { door, isProbing }: KnownDoor,
  { t, zone, now }: HeldBackReader,
): string {
  const words = t.runs.heldBack;
  if (door.kind === "limit") return `${words.usedUp} ${words.tomorrow}`;
  const isNow = isProbing || door.until <= now;
  const next = isNow ? words.now : words.next(clockTime(door.until, zone));
  const why = whyInWords(door.reason, words);
  return [words.service, why, words.safe, next].join(" ");
}

// Whatever is not the service's own answer is in our words, and may name machines of ours.
function whyInWords(
  reason: string,
  words: Catalogue["runs"]["heldBack"],
): string {
  if (/^[1-5]\d\d(?: |$)/.test(reason)) return words.says(reason);
  if (/cannot be reached/.test(reason)) return words.unreachable;
  if (/did not answer|has taken too long/.test(reason)) return words.silent;
  if (/makes no sense|\breply has\b/.test(reason)) return words.senseless;
  return words.trouble;
}

/** A time of day to the second: trouble is tried again within seconds. */
function clockTime(at: Date, zone: string): string {
  return dateFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZone: zone,
  }).format(at);
}
