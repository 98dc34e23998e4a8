const STATES = [
  "planning",
  "sending",
  "paused",
  "switched off",
  "finished",
  "cancelled",
] as const;

/** How a run reads to people: held together with its mailing. */
export type ShownRunState = typeof STATES[number];

/** How far a run has come, in numbers of people. */
export interface RunProgress {
  state: ShownRunState;
  recipients: number;
  delivered: number;
  waiting: number;
  refused: number;
  /** Given up on after the last try. */
  expired: number;
  /** Not mailed because they had unsubscribed. */
  skipped: number;
}

const NUMBERS = [
  "recipients",
  "delivered",
  "waiting",
  "refused",
  "expired",
  "skipped",
] as const;

/** The progress that came over the wire; undefined if it is none. */
export function readProgress(value: unknown): RunProgress | undefined {
  return isProgress(value) ? value : undefined;
}

/** Whether nothing more will happen to the run. */
export function hasEnded({ state }: Pick<RunProgress, "state">): boolean {
  return state === "finished" || state === "cancelled";
}

function isProgress(value: unknown): value is RunProgress {
  if (typeof value !== "object" || value === null) return false;
  const given = new Map<string, unknown>(Object.entries(value));
  return NUMBERS.every((name) => typeof given.get(name) === "number") &&
    STATES.some((state) => state === given.get("state"));
}
