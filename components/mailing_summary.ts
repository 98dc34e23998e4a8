/** What a mailing's form would do, in words: said by the server, shown beside the form. */
export interface MailingSummary {
  /** How many people get it: "1,204 clients". */
  people: string;
  /** Which people, and who is left out. */
  audience: string;
  /** How many get it of those who match a search; what to search for where none is typed. */
  matches: string;
  /** The message's subject; empty where none is chosen. */
  message: string;
  /** How often, and until when; or why there are no times. */
  rhythm: string;
  /** The next sending times, five at most, in the mailing's zone. */
  times: string[];
  /** The zone of those times, in a sentence. */
  zone: string;
  /** The words of the button that sets it going. */
  action: string;
}

/** The words around a summary that stay as they are. */
export interface SummaryWords {
  title: string;
  to: string;
  message: string;
  noMessage: string;
  when: string;
}

const WORDS = [
  "people",
  "audience",
  "matches",
  "message",
  "rhythm",
  "zone",
  "action",
] as const;

/** The summary that came over the wire; undefined if it is none. */
export function readSummary(value: unknown): MailingSummary | undefined {
  return isSummary(value) ? value : undefined;
}

function isSummary(value: unknown): value is MailingSummary {
  if (typeof value !== "object" || value === null) return false;
  const given = new Map<string, unknown>(Object.entries(value));
  const times = given.get("times");
  return WORDS.every((name) => typeof given.get(name) === "string") &&
    Array.isArray(times) && times.every((time) => typeof time === "string");
}
