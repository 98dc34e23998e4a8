import type { MailingAttempt } from "../attempts/attempt.ts";
import { lineOf, type Sheet, sheetIdOf } from "../attempts/sheet.ts";
import { estimateBytes } from "../storage/mod.ts";
import type { BlockEntry, Person } from "./block.ts";

/** What a sheet takes of bytes at most; whoever finds no room gets a record. */
const MOST_BYTES = 60_000;

/** What became of one of a block's people, if it is to be kept as an attempt. */
export interface Struck {
  person: Person;
  attempt?: MailingAttempt | undefined;
}

/** What of a block is to be written once some of its people have their outcomes. */
export interface Progress {
  /** The block without them. */
  entry: BlockEntry;
  /** Its tries so far that a sheet is for, if they changed. */
  sheet?: Sheet;
  /** Attempts that need a record each. */
  attempts: MailingAttempt[];
  /** Those who have their outcomes with it. */
  struck: readonly Struck[];
  /** The tries among them that are on the sheet, and all its bytes. */
  lines: Sheet["lines"];
  bytes: number;
}

/** A block that one worker took to be sent: who of it has no outcome yet, and what of it is on a sheet. */
export class ClaimedBlock {
  readonly entry: BlockEntry;
  readonly #left: Map<number, Person>;
  readonly #isFresh: boolean;
  #lines: Sheet["lines"] = [];
  #bytes = 0;

  constructor(entry: BlockEntry, { isFresh }: { isFresh: boolean }) {
    this.entry = entry;
    this.#isFresh = isFresh;
    this.#left = new Map(
      entry.value.people.map((person) => [person.seq, person]),
    );
  }

  /** Those without an outcome that is kept. */
  get left(): Person[] {
    return [...this.#left.values()];
  }

  /** What is to be written for these people's outcomes; nothing changes before `strike`. */
  progress(struck: readonly Struck[]): Progress {
    const gone = new Set(struck.map(({ person }) => person.seq));
    const people = this.left.filter(({ seq }) => !gone.has(seq));
    const sorted = this.#sort(struck);
    const sheet = this.#sheetOf(struck, sorted.lines);
    return {
      entry: { ...this.entry, value: { ...this.entry.value, people } },
      struck,
      ...sorted,
      ...(sheet && { sheet }),
    };
  }

  /** Notes that this is kept. */
  strike({ struck, lines, bytes }: Progress): void {
    this.#lines.push(...lines);
    this.#bytes = bytes;
    for (const { person } of struck) this.#left.delete(person.seq);
  }

  /** The block as it is to be kept when nobody of it is being sent any more. */
  released(): BlockEntry {
    const { claim: _, ...value } = this.entry.value;
    return { ...this.entry, value: { ...value, people: this.left } };
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

function isForSheets({ outcome }: MailingAttempt): boolean {
  return outcome === "delivered" || outcome === "deferred";
}
