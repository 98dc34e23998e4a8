import type { MailingAttempt } from "../attempts/attempt.ts";
import { lineOf, type Sheet, sheetIdOf } from "../attempts/sheet.ts";
import { estimateBytes } from "../storage/mod.ts";
import type { Block, BlockEntry, Person } from "./block.ts";

/** What a sheet takes of bytes at most; whoever finds no room gets a record. */
const MOST_BYTES = 60_000;

/** What became of one of a block's people, if it is to be kept as an attempt. */
export interface Struck {
  person: Person;
  attempt?: MailingAttempt | undefined;
}

/** The place in the run up to which people of a block are to be taken. */
export interface Mark {
  block: ClaimedBlock;
  upTo: number;
}

/** What of a block is to be written once some of its people have their outcomes, or are taken. */
export interface Progress {
  /** The block without them. */
  entry: BlockEntry;
  /** Its tries so far that a sheet is for, if they changed. */
  sheet?: Sheet;
  /** Attempts that need a record each. */
  attempts: MailingAttempt[];
  /** Those who have their outcomes with it. */
  struck: readonly Struck[];
  /** Up to which place they are taken. */
  upTo: number;
  /** The tries among them that are on the sheet, and all its bytes. */
  lines: Sheet["lines"];
  bytes: number;
}

/** Nobody was taken, or everybody. */
const NOBODY = -1;
const EVERYBODY = Infinity;

/**
 * A block that one worker has in hand: who of it was taken to be sent, who has no outcome yet,
 * and what of it is on a sheet.
 */
export class ClaimedBlock {
  readonly entry: BlockEntry;
  readonly #holder: string;
  readonly #left: Map<number, Person>;
  readonly #isFresh: boolean;
  #upTo: number;
  #lines: Sheet["lines"] = [];
  #bytes = 0;

  constructor(
    entry: BlockEntry,
    { holder, isTaken = false }: { holder: string; isTaken?: boolean },
  ) {
    this.entry = entry;
    this.#holder = holder;
    this.#isFresh = entry.value.fresh === true;
    this.#upTo = isTaken ? EVERYBODY : NOBODY;
    this.#left = new Map(
      entry.value.people.map((person) => [person.seq, person]),
    );
  }

  /** Those without an outcome that is kept. */
  get left(): Person[] {
    return [...this.#left.values()];
  }

  /** Whether it is written down that somebody may be sent a message. */
  hasTaken({ seq }: Person): boolean {
    return seq <= this.#upTo;
  }

  /** Whether anybody was taken. */
  get isTouched(): boolean {
    return this.#upTo !== NOBODY;
  }

  /** What is to be written for these people's outcomes and for a mark; nothing changes before `strike`. */
  progress(struck: readonly Struck[], upTo = this.#upTo): Progress {
    const gone = new Set(struck.map(({ person }) => person.seq));
    const people = this.left.filter(({ seq }) => !gone.has(seq));
    const sorted = this.#sort(struck);
    const sheet = this.#sheetOf(struck, sorted.lines);
    return {
      entry: { ...this.entry, value: this.#valueOf(people, upTo) },
      struck,
      upTo,
      ...sorted,
      ...(sheet && { sheet }),
    };
  }

  /** Notes that this is kept. */
  strike({ struck, upTo, lines, bytes }: Progress): void {
    this.#upTo = upTo;
    this.#lines.push(...lines);
    this.#bytes = bytes;
    for (const { person } of struck) this.#left.delete(person.seq);
  }

  /** The block as it is to be kept when nobody of it is being sent any more. */
  released(): BlockEntry {
    const { fresh: _, ...value } = this.entry.value;
    return { ...this.entry, value: { ...value, people: this.left } };
  }

  #valueOf(people: readonly Person[], upTo: number): Block {
    if (upTo === NOBODY) return { ...this.entry.value, people };
    const { fresh: _, ...value } = this.entry.value;
    const isAll = people.every(({ seq }) => seq <= upTo);
    return { ...value, claim: this.#holder, ...(!isAll && { upTo }), people };
  }

  /** Which tries go onto the sheet, and which need a record. */
  #sort(struck: readonly Struck[]) {
    const lines: Sheet["lines"] = [];
    const attempts: MailingAttempt[] = [];
    let bytes = this.#bytes;
    for (const { person, attempt } of struck) {
      if (!attempt) continue;
      const line = lineOf(attempt, person.seq);
      const more = estimateBytes(line);
      const fits = this.#isFresh && isForSheets(attempt) &&
        bytes + more <= MOST_BYTES;
      if (!fits) {
        attempts.push(attempt);
        continue;
      }
      lines.push(line);
      bytes += more;
    }
    return { lines, attempts, bytes };
  }

  #sheetOf(
    struck: readonly Struck[],
    lines: Sheet["lines"],
  ): Sheet | undefined {
    const { dueAt, value: { people: [first], tries } } = this.entry;
    const attempt = struck.find(({ attempt }) => attempt)?.attempt;
    if (!first || !attempt || lines.length === 0) return undefined;
    const { ownerId, mailingId, runId } = attempt;
    return {
      id: sheetIdOf(runId, first.seq, tries),
      ownerId,
      mailingId,
      runId,
      firstClientId: first.clientId,
      ...(tries > 0 && { dueAt: dueAt.getTime() }),
      lines: [...this.#lines, ...lines],
    };
  }
}

/** Marks for the next so many people of some blocks who were not taken yet. */
export function marksOf(
  blocks: readonly ClaimedBlock[],
  count: number,
): Mark[] {
  const marks: Mark[] = [];
  let free = count;
  for (const block of blocks) {
    if (free <= 0) break;
    const next = block.left.filter((person) => !block.hasTaken(person))
      .slice(0, free);
    const upTo = Math.max(...next.map(({ seq }) => seq));
    if (next.length > 0) marks.push({ block, upTo });
    free -= next.length;
  }
  return marks;
}

function isForSheets({ outcome }: MailingAttempt): boolean {
  return outcome === "delivered" || outcome === "deferred";
}
