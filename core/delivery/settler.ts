import type { Attempts } from "../attempts/attempts.ts";
import { attemptIdOf, type AttemptOutcome } from "../attempts/attempt.ts";
import type { MailingRun } from "../mailings/run.ts";
import { type Lease, type Store, type Transaction } from "../storage/mod.ts";
import type { Backlog, Entry } from "./backlog.ts";
import type { Outcome } from "./outcome.ts";
import type { Policy } from "./policy.ts";
import { nextTry } from "./retry.ts";
import type { Tally, TallyKey } from "./tally.ts";

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

const COUNTED: Record<AttemptOutcome, TallyKey> = {
  delivered: "delivered",
  deferred: "deferrals",
  refused: "refused",
  expired: "expired",
};

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
      try {
        await this.#commit(batch);
        for (const { settled } of batch) settled.resolve();
      } catch (error) {
        for (const { settled } of batch) settled.reject(error);
      }
    }
    this.#isCommitting = false;
  }

  async #commit(batch: Settlement[]): Promise<void> {
    const { store, tally } = this.#parts;
    await store.transact((tx) => {
      tx.guard(this.#commission.lease);
      const counts = new Map<TallyKey, number>();
      for (const settlement of batch) {
        const key = this.#record(tx, settlement);
        if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      for (const [key, amount] of counts) {
        tally.add(tx, this.#commission.run.id, { key, amount });
      }
    });
  }

  #record(
    tx: Transaction,
    { entry, outcome }: Settlement,
  ): TallyKey | undefined {
    const { backlog, policy, store } = this.#parts;
    const now = store.now();
    const { value } = entry;
    if (outcome.kind === "unavailable") {
      const dueAt = new Date(now.getTime() + policy.breaker.first);
      backlog.postpone(tx, entry, {
        dueAt,
        value: { ...value, reply: outcome.reply },
      });
      return undefined;
    }
    const next = outcome.kind === "deferred"
      ? this.#nextTry(entry, outcome.retryAfter)
      : undefined;
    if (next) {
      const later = { ...value, tries: value.tries + 1, reply: outcome.reply };
      backlog.postpone(tx, entry, { dueAt: next, value: later });
    } else {
      backlog.remove(tx, entry);
    }
    const result = outcome.kind === "deferred" && !next
      ? "expired"
      : outcome.kind;
    this.#putAttempt(tx, entry, { outcome: result, reply: outcome.reply });
    return COUNTED[result];
  }

  #nextTry({ value }: Entry, retryAfter: number | undefined): Date | undefined {
    const { store, policy, random } = this.#parts;
    const { tries, since } = value;
    const deferral = {
      tries: tries + 1,
      since,
      now: store.now(),
      retryAfter,
      random: random(),
    };
    return nextTry(deferral, policy.retry);
  }

  #putAttempt(
    tx: Transaction,
    { value, seq }: Entry,
    answer: { outcome: AttemptOutcome; reply: string },
  ): void {
    const { run } = this.#commission;
    const number = value.tries + 1;
    this.#parts.attempts.put({
      id: attemptIdOf(run.id, seq, number),
      ownerId: run.ownerId,
      mailingId: run.mailingId,
      runId: run.id,
      clientId: value.clientId,
      email: value.email,
      name: value.name,
      number,
      at: this.#parts.store.now(),
      ...answer,
    }, tx);
  }
}
