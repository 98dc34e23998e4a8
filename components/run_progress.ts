const STATES = [
  "planning",
  "sending",
  "paused",
  "switched off",
  "finished",
  "cancelled",
] as const;

/** Which of a run's people are listed. */
export const SHOWS = [
  "all",
  "delivered",
  "waiting",
  "refused",
  "expired",
  "skipped",
] as const;
export type Show = typeof SHOWS[number];

/** How a run reads to people: held together with its mailing. */
export type ShownRunState = typeof STATES[number];

/** A number of people with its name, both as they are to be read. */
export interface ShownNumber {
  /** The people behind it. */
  show: Show;
  label: string;
  value: string;
}

/** How far a run has come, said by the server in the reader's language. */
export interface ShownProgress {
  state: ShownRunState;
  stateName: string;
  /** "1,024 of 1,204 handled". */
  sentence: string;
  value: number;
  max: number;
  numbers: ShownNumber[];
  /** Why its mail is held back, and what is being done. */
  heldBack?: string;
}

/** The progress that came over the wire; undefined if it is none. */
export function readProgress(value: unknown): ShownProgress | undefined {
  return isProgress(value) ? value : undefined;
}

/** Whether nothing more will happen to the run. */
export function hasEnded({ state }: { state: ShownRunState }): boolean {
  return state === "finished" || state === "cancelled";
}

function isProgress(value: unknown): value is ShownProgress {
  const given = membersOf(value);
  const numbers = given.get("numbers");
  return STATES.some((state) => state === given.get("state")) &&
    ["stateName", "sentence"].every((name) => isText(given.get(name))) &&
    ["value", "max"].every((name) => typeof given.get(name) === "number") &&
    Array.isArray(numbers) && numbers.every(isShownNumber) &&
    (!given.has("heldBack") || isText(given.get("heldBack")));
}

function isShownNumber(value: unknown): value is ShownNumber {
  const given = membersOf(value);
  return SHOWS.some((show) => show === given.get("show")) &&
    ["label", "value"].every((name) => isText(given.get(name)));
}

function membersOf(value: unknown): Map<string, unknown> {
  const isObject = typeof value === "object" && value !== null;
  return new Map<string, unknown>(isObject ? Object.entries(value) : []);
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}
