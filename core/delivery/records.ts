import type { AttemptOutcome, MailingAttempt } from "../attempts/attempt.ts";
import type { Attempts } from "../attempts/attempts.ts";
import { SHEET_REACH } from "../attempts/sheet.ts";
import type { SkipReason } from "../attempts/skipped.ts";
import { reasonOf } from "../attempts/reason.ts";
import { type MailingRun, runNameOf } from "../mailings/run.ts";
import type { Store, Transaction } from "../storage/mod.ts";
import type { Backlog } from "./backlog.ts";
import { type Block, inBlocks, type Person, type Waiting } from "./block.ts";
import type { ClaimedBlock, Mark, Progress, Struck } from "./claimed_block.ts";
import type { Outcome } from "./outcome.ts";
import type { Policy } from "./policy.ts";
import {
  type Deferral,
  isGivenUp,
  nextTry,
  waitAfterTrouble,
} from "./retry.ts";
import type { Tally } from "./tally.ts";
import { passOver } from "./skipper.ts";
import { tryOf } from "./try_of.ts";

/** What outcomes are written down with. */
export interface RecordsParts {
  store: Store;
  attempts: Attempts;
  backlog: Backlog;
  tally: Tally;
  policy: Policy;
  /** A number from 0 up to 1. */
  random: () => number;
}

/** What became of one message. */
export interface Result {
  run: MailingRun;
  block: ClaimedBlock;
  person: Person;
  outcome: Outcome | Skip;
}

/** They are not to be mailed any more. */
export interface Skip {
  kind: "skipped";
  reason: SkipReason;
}

/** Where a message that was not delivered goes on: when, and with what past. */
interface Later {
  lane: readonly string[];
  dueAt: Date;
  waiting: Waiting & Pick<Block, "fresh">;
  person: Person;
  reply: string;
}

/** A longer answer is shared by those who wait with it: a block fits into one value. */
const OWN_REPLY = 120;

/** Writes down what became of messages: attempts, counters, and who is tried again when. */
export class Records {
  readonly #parts: RecordsParts;

  constructor(parts: RecordsParts) {
    this.#parts = parts;
  }

  /** Writes it all down; gives how far each block has come once that is durable. */
  write(
    tx: Transaction,
    { results, marks }: { results: readonly Result[]; marks: readonly Mark[] },
  ): Map<ClaimedBlock, Progress> {
    const { store, tally } = this.#parts;
    const now = store.now();
    const struck = new Map<ClaimedBlock, Struck[]>();
    const later: Later[] = [];
    const chance = this.#chancePerCrowd();
    for (const result of results) {
      const next = this.#nextOf(result, { now, chance });
      if (next) later.push(next);
      const attempt = attemptOf(result, { at: now, isLast: !next });
      const { block, person } = result;
      struck.getOrInsertComputed(block, () => []).push({ person, attempt });
    }
    const made = [...struck.values()].flat()
      .flatMap(({ attempt }) => attempt ? [attempt] : []);
    tally.settle(tx, made);
    for (const [first, ...rest] of blockedByRun(results)) {
      if (first) tally.block(tx, first.run, rest.length + 1);
    }
    this.#passOver(tx, results);
    this.#postpone(tx, later);
    return this.#advanceAll(tx, { struck, marks });
  }

  #advanceAll(
    tx: Transaction,
    { struck, marks }: {
      struck: ReadonlyMap<ClaimedBlock, Struck[]>;
      marks: readonly Mark[];
    },
  ): Map<ClaimedBlock, Progress> {
    const progress = new Map<ClaimedBlock, Progress>();
    const taken = new Map(marks.map(({ block, upTo }) => [block, upTo]));
    for (const block of new Set([...struck.keys(), ...taken.keys()])) {
      const step = block.progress(struck.get(block) ?? [], taken.get(block));
      this.#advance(tx, step);
      progress.set(block, step);
    }
    return progress;
  }

  #passOver(tx: Transaction, results: readonly Result[]): void {
    for (const { run, person, outcome } of results) {
      if (outcome.kind !== "skipped") continue;
      const { reason } = outcome;
      passOver(this.#parts, { run, people: [person], reason }, tx);
    }
  }

  #advance(tx: Transaction, progress: Progress): void {
    const { attempts, backlog } = this.#parts;
    backlog.put(tx, progress.entry);
    if (progress.sheet) attempts.putSheet(progress.sheet, tx);
    for (const attempt of progress.attempts) attempts.put(attempt, tx);
  }

  #nextOf(
    result: Result,
    { now, chance }: { now: Date; chance: (result: Result) => number },
  ): Later | undefined {
    const { block: { entry }, person, outcome } = result;
    if (isEnd(outcome)) return;
    const { tries, troubles, since } = entry.value;
    const waiting = { tries, since, ...(troubles && { troubles }) };
    const { reply } = outcome;
    const isTry = outcome.kind === "deferred" ||
      (outcome.kind === "unavailable" && outcome.inDoubt === true);
    const past = isTry
      ? { ...waiting, tries: tries + 1, fresh: true as const }
      : { ...waiting, troubles: troublesAfter(waiting, outcome) };
    const wanted = isTry
      ? this.#nextTry({ ...past, now, random: chance(result) }, outcome)
      : this.#afterTrouble(past, now);
    if (!wanted) return;
    // Never where it lay: there what is left of its block is written.
    const earliest = Math.max(entry.dueAt.getTime(), now.getTime()) + 1;
    const dueAt = new Date(Math.max(wanted.getTime(), earliest));
    return { lane: entry.lane, dueAt, person, waiting: past, reply };
  }

  /** Neighbours who are put off together come back together: they lie in one block, and on one sheet. */
  #chancePerCrowd(): (result: Result) => number {
    const drawn = new Map<string, number>();
    return ({ block: { entry: { lane, value } }, person }) =>
      drawn.getOrInsertComputed(
        [...lane, value.tries, crowdOf(person)].join("/"),
        this.#parts.random,
      );
  }

  #nextTry(
    past: Pick<Deferral, "tries" | "since" | "now" | "random">,
    { retryAfter }: { retryAfter?: number },
  ): Date | undefined {
    return nextTry({ ...past, retryAfter }, this.#parts.policy.retry);
  }

  // The breaker says when the service is to be used again. A mail that brings it trouble each
  // time is tried ever less often, so that it does not hold up the others, and not for ever.
  #afterTrouble({ troubles = 0, since }: Waiting, now: Date): Date | undefined {
    const { policy } = this.#parts;
    if (isGivenUp({ tries: troubles, since, now }, policy.retry)) {
      return undefined;
    }
    return new Date(now.getTime() + waitAfterTrouble(troubles, policy));
  }

  // Whoever waits for the same instant with the same past lies in one block again, in the
  // order of the run, however their answers came.
  #postpone(tx: Transaction, later: readonly Later[]): void {
    const { backlog, policy } = this.#parts;
    const inOrder = later.toSorted((a, b) => a.person.seq - b.person.seq);
    const alike = Map.groupBy(inOrder, likenessOf);
    for (const group of alike.values()) {
      for (const some of inBlocks(group, policy.blockSize)) {
        const [first] = some;
        if (!first) continue;
        backlog.postpone(tx, first, {
          dueAt: first.dueAt,
          block: blockOf(first, some),
        });
      }
    }
  }
}

/** Whether nothing comes after it. */
function isEnd(
  outcome: Outcome | Skip,
): outcome is Extract<Outcome, { kind: "delivered" | "refused" }> | Skip {
  return ["delivered", "refused", "skipped"].includes(outcome.kind);
}

/** How often a delivery met trouble; a service that takes nothing at all is no trouble of any. */
function troublesAfter({ troubles = 0 }: Waiting, outcome: Outcome): number {
  const isOutage = outcome.kind === "unavailable" && outcome.isOutage === true;
  return isOutage ? Math.max(1, troubles) : troubles + 1;
}

/** How often each run's sender was blocked for good. */
function blockedByRun(results: readonly Result[]): Iterable<Result[]> {
  const blocked = results.filter(({ outcome }) =>
    outcome.kind === "blocked" && !outcome.isForNow
  );
  return Map.groupBy(blocked, ({ run }) => runNameOf(run)).values();
}

function likenessOf({ lane, dueAt, waiting, person, reply }: Later): string {
  const { tries, troubles, since, fresh } = waiting;
  const shared = reply.length > OWN_REPLY ? reply : "";
  return JSON.stringify(
    [lane, dueAt, tries, troubles, since, fresh, crowdOf(person), shared],
  );
}

/** The part of the run that a person lies in: a sheet reaches no further. */
function crowdOf({ seq }: Person): number {
  return Math.floor(seq / SHEET_REACH);
}

/** Those who wait together; answers that differ stand with those they were given to. */
function blockOf({ waiting, reply }: Later, all: readonly Later[]): Block {
  const people = all.map(({ person, reply: own }) => {
    const { reply: _, ...rest } = person;
    return own === reply ? rest : { ...rest, reply: own };
  });
  return { ...waiting, reply, people };
}

/** The attempt that an outcome makes; trouble of the service or the sender makes none, except at the very end. */
function attemptOf(
  { run, block, person, outcome }: Result,
  { at, isLast }: { at: Date; isLast: boolean },
): MailingAttempt | undefined {
  if (outcome.kind === "skipped") return undefined;
  const result = attemptOutcomeOf(outcome, isLast);
  if (!result) return undefined;
  const { reply } = outcome;
  return {
    ...tryOf(run, person, block.entry.value.tries + 1),
    outcome: result,
    reply,
    at,
    ...(isReason(result) && { reason: reasonOf(reply) }),
  };
}

/** Whether an answer tells why: what was delivered has no reason, and a lost answer gives none. */
function isReason(outcome: AttemptOutcome): boolean {
  return outcome !== "delivered" && outcome !== "unknown";
}

function attemptOutcomeOf(
  outcome: Outcome,
  isLast: boolean,
): AttemptOutcome | undefined {
  switch (outcome.kind) {
    case "deferred":
      return isLast ? "expired" : "deferred";
    case "blocked":
      return isLast ? "expired" : undefined;
    case "unavailable":
      if (isLast) return "expired";
      return outcome.inDoubt ? "unknown" : undefined;
    default:
      return outcome.kind;
  }
}
