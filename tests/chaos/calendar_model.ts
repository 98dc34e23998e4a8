import type { Schedule } from "../../core/mailings/schedule.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The instants at which a schedule falls due up to one, in milliseconds, reckoned without
 * `Temporal` and apart from the product: from what the zone's clocks show.
 */
export function occurrencesUntil(schedule: Schedule, until: number): number[] {
  const { timeZone } = schedule;
  const end = endOf(schedule);
  const instants: number[] = [];
  for (let n = 0; n === 0 || schedule.repeat !== "once"; n++) {
    const at = instantOf(nthWallTime(schedule, n), timeZone);
    if (at > until || at >= end) break;
    instants.push(at);
  }
  return instants;
}

function endOf({ timeZone, endsAt }: Schedule): number {
  return endsAt ? instantOf(shown(endsAt), timeZone) : Infinity;
}

/** What the clock shows at the nth occurrence, as milliseconds of a day in UTC. */
function nthWallTime({ startsAt, repeat }: Schedule, n: number): number {
  const first = new Date(shown(startsAt));
  const [year, month, day] = [
    first.getUTCFullYear(),
    first.getUTCMonth(),
    first.getUTCDate(),
  ];
  const time = first.getTime() - Date.UTC(year, month, day);
  if (repeat === "monthly") {
    const lastDay = new Date(Date.UTC(year, month + n + 1, 0)).getUTCDate();
    return Date.UTC(year, month + n, Math.min(day, lastDay)) + time;
  }
  return Date.UTC(year, month, day + n * (repeat === "weekly" ? 7 : 1)) + time;
}

/** When a zone's clocks show a time: of two the earlier, in a gap as if they had not been put forward. */
function instantOf(wallTime: number, timeZone: string): number {
  // Clocks are put right at most once in three days.
  const before = offsetAt(wallTime - 36 * HOUR, timeZone);
  const after = offsetAt(wallTime + 36 * HOUR, timeZone);
  const found = [wallTime - before, wallTime - after]
    .filter((at) => at + offsetAt(at, timeZone) === wallTime);
  return found.length > 0 ? Math.min(...found) : wallTime - before;
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const format = formats.getOrInsertComputed(
    timeZone,
    () =>
      new Intl.DateTimeFormat("en", {
        timeZone,
        hourCycle: "h23",
        year: "numeric",
        month: "numeric",
        day: "numeric",
        hour: "numeric",
        minute: "numeric",
        second: "numeric",
      }),
  );
  const parts = format.formatToParts(instant);
  const part = (type: string) =>
    Number(parts.find((each) => each.type === type)?.value);
  return Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  ) - Math.floor(instant / 1_000) * 1_000;
}

function shown(wallTime: string): number {
  return Date.parse(`${wallTime}Z`);
}

/** What is expected of one mailing: the runs it has had, and what passed without one. */
export class ExpectedMailing {
  /** The occurrences that have a run each. */
  readonly served = new Set<number>();
  readonly #occurrences: readonly number[];
  /** From then on nothing is sent. */
  readonly #end: number;
  /** From where on occurrences are still to come; undefined while it is paused. */
  #from: number | undefined;
  /** What the clock showed when that was reckoned. */
  #reckonedAt: number;
  #passed: number[] = [];

  constructor(
    schedule: Schedule,
    { from, until }: { from: number; until: number },
  ) {
    this.#occurrences = occurrencesUntil(schedule, until);
    this.#end = endOf(schedule);
    this.#from = from;
    this.#reckonedAt = from;
  }

  /** How many occurrences passed without a run. */
  get missed(): number {
    return this.#passed.length;
  }

  /** The delivery looks at what is due: of all that came since, the last is sent. */
  look(now: number): void {
    if (this.#from === undefined) return;
    if (this.#reckonedAt > now + HOUR) this.#rewind(now);
    const from = this.#from;
    const due = this.#occurrences.filter((at) => at >= from && at <= now);
    const last = due.at(-1);
    if (last === undefined) return;
    this.#from = last + 1;
    this.#reckonedAt = now;
    const isOver = now >= this.#end;
    const passed = isOver ? due : due.slice(0, -1);
    this.#passed.push(...passed.filter((at) => !this.served.has(at)));
    if (!isOver) this.served.add(last);
  }

  /** The clock was ahead: what has no run and is still to come is sent at its time. */
  #rewind(now: number): void {
    this.#from = now + 1;
    this.#reckonedAt = now;
    this.#passed = this.#passed.filter((at) => at <= now);
  }

  /** What falls due from now on is not sent. */
  pause(): void {
    this.#from = undefined;
  }

  /** It goes on with the first occurrence to come. */
  resume(now: number): void {
    this.#from = now;
    this.#reckonedAt = now;
  }
}
