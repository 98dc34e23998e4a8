import { Invalid } from "../errors.ts";
import type { Page } from "../storage/mod.ts";
import type { MailingAttempt } from "./attempt.ts";
import { attemptIdOf } from "./attempt.ts";
import { type AttemptRecords, inRun } from "./attempt_records.ts";
import {
  attemptsIn,
  beginningOf,
  type Sheet,
  SHEET_REACH,
  SHEET_SIZE,
} from "./sheet.ts";
import type { SheetRecords } from "./sheet_records.ts";

/** Where the attempts of an owner lie. */
export interface RunAttemptsParts {
  records: ReturnType<AttemptRecords["of"]>;
  sheets: ReturnType<SheetRecords["of"]>;
}

/** What of a run is wanted, from where on and in which direction. */
export interface RunAttemptsWanted {
  /** The attempt after which, in the direction of the walk, it goes on. */
  beyond?: string | undefined;
  reverse?: boolean;
  where?: ((attempt: MailingAttempt) => boolean) | undefined;
  /** How many are likely to be read. */
  batch?: number;
}

const BATCH = 200;
/** Sheets of later tries that the latest deliveries are sought on, at most. */
const LATEST_SHEETS = 200;

/** The attempts of a run in the order of its recipients, wherever they are kept. */
export class RunAttempts {
  readonly #parts: RunAttemptsParts;

  constructor(parts: RunAttemptsParts) {
    this.#parts = parts;
  }

  /** The attempts one after another. */
  async *iterate(
    runId: string,
    wanted: RunAttemptsWanted = {},
  ): AsyncGenerator<MailingAttempt> {
    const { where = () => true, reverse = false } = wanted;
    const order = reverse ? -1 : 1;
    const records = this.#recorded(runId, wanted);
    const sheets = this.#listed(runId, wanted);
    for await (const attempt of merged(records, sheets, order)) {
      if (where(attempt)) yield attempt;
    }
  }

  /** One page of them. */
  async page(
    runId: string,
    { limit, cursor, where }: {
      limit: number;
      cursor?: string | undefined;
      where?: RunAttemptsWanted["where"];
    },
  ): Promise<Page<MailingAttempt>> {
    const { beyond, reverse } = parseCursor(runId, cursor);
    const items: MailingAttempt[] = [];
    const batch = limit + 1;
    for await (
      const attempt of this.iterate(runId, { beyond, reverse, where, batch })
    ) {
      items.push(attempt);
      if (items.length > limit) break;
    }
    const more = items.length > limit;
    if (more) items.pop();
    if (reverse) items.reverse();
    const hasNext = reverse ? true : more;
    const hasPrevious = reverse ? more : beyond !== undefined;
    const [first, last] = [items.at(0), items.at(-1)];
    return {
      items,
      ...(hasNext && last && { next: `after.${placeOf(last)}` }),
      ...(hasPrevious && first && { previous: `before.${placeOf(first)}` }),
    };
  }

  /** The first try to reach a client in a run, if it is on a sheet. */
  async ofClient(
    runId: string,
    clientId: string,
  ): Promise<MailingAttempt | undefined> {
    const { items: [sheet] } = await this.#parts.sheets.list({
      index: "byClient",
      prefix: [runId],
      // The lowest text above the id.
      to: [`${clientId}\0`],
      reverse: true,
      limit: 1,
    });
    return sheet &&
      attemptsIn(sheet).find((attempt) => attempt.clientId === clientId);
  }

  /** The further tries of a recipient that are on sheets, whatever try of theirs is given. */
  async further(
    { runId, id, clientId }: MailingAttempt,
  ): Promise<MailingAttempt[]> {
    const seq = beginningOf({ runId, id }).firstSeq;
    const sheets = this.#parts.sheets.iterate({
      from: [attemptIdOf(runId, Math.max(0, seq - SHEET_REACH), 0)],
      to: [attemptIdOf(runId, seq + 1, 0)],
    });
    const found: MailingAttempt[] = [];
    for await (const { record } of sheets) {
      if (record.dueAt === undefined) continue;
      const theirs = attemptsIn(record)
        .find((attempt) => attempt.clientId === clientId);
      if (theirs) found.push(theirs);
    }
    return found;
  }

  /** Those on sheets of later tries who were delivered though due last of all, some more than asked for. */
  async latest(runId: string, limit: number): Promise<MailingAttempt[]> {
    const sheets = this.#parts.sheets.iterate({
      index: "byDue",
      prefix: [runId],
      reverse: true,
      batch: 20,
    });
    const found: MailingAttempt[] = [];
    let seen = 0;
    for await (const { record } of sheets) {
      found.push(...attemptsIn(record).filter(isDelivered));
      if (found.length >= limit || ++seen >= LATEST_SHEETS) break;
    }
    return found;
  }

  async *#recorded(
    runId: string,
    { beyond, reverse = false, batch = BATCH }: RunAttemptsWanted,
  ): AsyncGenerator<MailingAttempt> {
    const bounds = beyond &&
      (reverse ? { to: [beyond] } : { from: [`${beyond}\0`] });
    const found = this.#parts.records
      .iterate({ ...inRun(runId), ...bounds, reverse, batch });
    for await (const { record } of found) yield record;
  }

  async *#listed(
    runId: string,
    { beyond, reverse = false, batch = BATCH }: RunAttemptsWanted,
  ): AsyncGenerator<MailingAttempt> {
    const found = this.#parts.sheets.iterate({
      ...inRun(runId),
      ...(beyond && sheetsBeyond(runId, beyond, reverse)),
      reverse,
      batch: Math.ceil(batch / SHEET_SIZE) + 1,
    });
    // Sheets of later tries lie across each other.
    let held: MailingAttempt[] = [];
    for await (const { record } of found) {
      const isNext = reverse ? followsAllOf(record) : precedesAllOf(record);
      yield* held.filter(isNext);
      held = [
        ...held.filter((attempt) => !isNext(attempt)),
        ...attemptsIn(record).filter(({ id }) =>
          beyond === undefined || (reverse ? id < beyond : id > beyond)
        ),
      ].sort((a, b) => (a.id < b.id ? -1 : 1) * (reverse ? -1 : 1));
    }
    yield* held;
  }
}

function isDelivered({ outcome }: MailingAttempt): boolean {
  return outcome === "delivered";
}

/** The sheets that may hold something beyond an attempt. */
function sheetsBeyond(runId: string, beyond: string, reverse: boolean) {
  if (reverse) return { to: [beyond] };
  const [seq = 0] = beyond.slice(runId.length + 1).split(".").map(Number);
  return { from: [attemptIdOf(runId, Math.max(0, seq - SHEET_REACH), 0)] };
}

/** Whether an attempt comes before whatever is on a sheet or on those after it. */
function precedesAllOf({ id }: Sheet): (attempt: MailingAttempt) => boolean {
  return (attempt) => attempt.id < id;
}

/** Whether an attempt comes after whatever is on a sheet or on those before it. */
function followsAllOf(sheet: Sheet): (attempt: MailingAttempt) => boolean {
  const beyond = beginningOf(sheet).firstSeq + SHEET_REACH;
  const first = attemptIdOf(sheet.runId, beyond, 0);
  return (attempt) => attempt.id >= first;
}

async function* merged(
  a: AsyncGenerator<MailingAttempt>,
  b: AsyncGenerator<MailingAttempt>,
  order: 1 | -1,
): AsyncGenerator<MailingAttempt> {
  let [one, other] = await Promise.all([a.next(), b.next()]);
  while (!one.done || !other.done) {
    const isOne = other.done ||
      (!one.done && (one.value.id < other.value.id) === (order === 1));
    if (isOne && !one.done) {
      yield one.value;
      one = await a.next();
    } else if (!other.done) {
      yield other.value;
      other = await b.next();
    }
  }
}

/** Place in the run and number of the try: what an attempt's id has after the run's. */
function placeOf({ id, runId }: MailingAttempt): string {
  return id.slice(runId.length + 1);
}

function parseCursor(
  runId: string,
  cursor: string | undefined,
): { beyond?: string; reverse: boolean } {
  if (cursor === undefined) return { reverse: false };
  const [, side, place] = cursor.match(/^(after|before)\.(\d{8}\.\d{3})$/) ??
    [];
  if (!place) {
    throw new Invalid({
      cursor: "This place in the list is not known. Start at the first page.",
    });
  }
  return { beyond: `${runId}.${place}`, reverse: side === "before" };
}
