import type { Attempts } from "../attempts/attempts.ts";
import {
  attemptIdOf,
  type AttemptOutcome,
  type MailingAttempt,
} from "../attempts/attempt.ts";
import { reasonOf } from "../attempts/reason.ts";
import type { MailingRun } from "../mailings/run.ts";
import { type Lease, type Store, type Transaction } from "../storage/mod.ts";
import type { Backlog, Entry } from "./backlog.ts";
import type { Outcome } from "./outcome.ts";
import type { Policy } from "./policy.ts";
import { nextTry } from "./retry.ts";
import type { Tally } from "./tally.ts";

/** What a settler works with. */
export interface SettlerParts {
  store: Store;
  attempts: Attempts;
  backlog: Backlog;
  tally: Tally;
  policy: Policy;
  /** A number from 0 up to 1. */
  random: () => number;
}

/** The lease that the outcomes are committed under, and the run they belong to. */
export interface Commission {
  run: MailingRun;
  lease: Lease;
}

interface Settlement {
  entry: Entry;
  outcome: Outcome;
  settled: PromiseWithResolvers<void>;
}

/**
 * Commits what became of messages: while one commit is under way the next gathers.
 * Backlog, attempt and counters change in one atomic operation that checks the lease.
 */
export class Settler {
  readonly #parts: SettlerParts;
  readonly #commission: Commission;
  #gathered: Settlement[] = [];
  #isCommitting = false;

  constructor(parts: SettlerParts, commission: Commission) {
    this.#parts = parts;
    this.#commission = commission;
  }

  /** Resolves once the outcome is durable; throws `LeaseLost` if the shard is another's now. */
  settle(entry: Entry, outcome: Outcome): Promise<void> {
    const settled = Promise.withResolvers<void>();
    this.#gathered.push({ entry, outcome, settled });
    if (!this.#isCommitting) this.#commitAll();
    return settled.promise;
  }

  async #commitAll(): Promise<void> {
    this.#isCommitting = true;
    while (this.#gathered.length > 0) {
      const batch = this.#gathered.splice(0, this.#parts.policy.settleBatch);
      await this.#commitOrReject(batch);
    }
    this.#isCommitting = false;
  }

  async #commitOrReject(batch: Settlement[]): Promise<void> {
    try {
      await this.#commit(batch);
      for (const { settled } of batch) settled.resolve();
    } catch (error) {
      // What the store finds too large at once goes in halves: sent again it must not be.
      if (error instanceof RangeError && batch.length > 1) {
        const middle = Math.ceil(batch.length / 2);
        await this.#commitOrReject(batch.slice(0, middle));
        await this.#commitOrReject(batch.slice(middle));
        return;
      }
      for (const { settled } of batch) settled.reject(error);
    }
  }

  async #commit(batch: Settlement[]): Promise<void> {
    const { store, attempts, tally } = this.#parts;
    await store.transact((tx) => {
      tx.guard(this.#commission.lease);
      const now = store.now();
      const made: MailingAttempt[] = [];
      for (const settlement of batch) {
        const attempt = this.#record(tx, settlement, now);
        if (!attempt) continue;
        attempts.put(attempt, tx);
        made.push(attempt);
      }
      tally.settle(tx, made);
    });
  }

  /** Moves the entry on in the backlog; gives the attempt that was made, if it counts as one. */
  #record(
    tx: Transaction,
    { entry, outcome }: Settlement,
    now: Date,
  ): MailingAttempt | undefined {
    const { backlog, policy } = this.#parts;
    const { value } = entry;
    const { reply } = outcome;
    if (outcome.kind === "unavailable") {
      const dueAt = new Date(now.getTime() + policy.breaker.first);
      backlog.postpone(tx, entry, { dueAt, value: { ...value, reply } });
      return undefined;
    }
    const next = outcome.kind === "deferred"
      ? this.#nextTry(entry, { now, retryAfter: outcome.retryAfter })
      : undefined;
    if (next) {
      const later = { ...value, tries: value.tries + 1, reply };
      backlog.postpone(tx, entry, { dueAt: next, value: later });
    } else {
      backlog.remove(tx, entry);
    }
    const isGivenUp = outcome.kind === "deferred" && !next;
    const result = isGivenUp ? "expired" : outcome.kind;
    return this.#attemptOf(entry, { outcome: result, reply, at: now });
  }

  #nextTry(
    { value: { tries, since } }: Entry,
    { now, retryAfter }: { now: Date; retryAfter: number | undefined },
  ): Date | undefined {
    const { policy, random } = this.#parts;
    const deferral = {
      tries: tries + 1,
      since,
      now,
      retryAfter,
      random: random(),
    };
    return nextTry(deferral, policy.retry);
  }

  #attemptOf(
    { value, seq }: Entry,
    answer: { outcome: AttemptOutcome; reply: string; at: Date },
  ): MailingAttempt {
    const { run } = this.#commission;
    const number = value.tries + 1;
    return {
      id: attemptIdOf(run.id, seq, number),
      ownerId: run.ownerId,
      mailingId: run.mailingId,
      runId: run.id,
      clientId: value.clientId,
      email: value.email,
      name: value.name,
      number,
      ...answer,
      ...(answer.outcome !== "delivered" &&
        { reason: reasonOf(answer.reply) }),
    };
  }
}
