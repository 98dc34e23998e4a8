import type { MailingAttempt } from "../attempts/attempt.ts";
import type { Attempts } from "../attempts/attempts.ts";
import type { MailingRun } from "../mailings/run.ts";
import type { Lease, Store } from "../storage/mod.ts";
import type { Backlog } from "./backlog.ts";
import type { Shard } from "./shard.ts";
import type { BlockEntry, Person } from "./block.ts";
import { ClaimedBlock } from "./claimed_block.ts";
import type { Policy } from "./policy.ts";
import type { Tally } from "./tally.ts";
import { tryOf } from "./try_of.ts";

/** What claims are made with. */
export interface ClaimsParts {
  store: Store;
  attempts: Attempts;
  backlog: Backlog;
  tally: Tally;
  policy: Policy;
}

/** The shard that is claimed from, and the right to it. */
export interface Claimant {
  run: MailingRun;
  shard: Shard;
  lease: Lease;
}

/**
 * Writes down which messages are about to be handed over, before they are. Whatever is
 * found claimed by somebody else belonged to a worker that has gone: its messages may have
 * arrived, which is recorded before they are sent again under the same message id.
 */
export class Claims {
  readonly #parts: ClaimsParts;

  constructor(parts: ClaimsParts) {
    this.#parts = parts;
  }

  /** The due blocks of a shard a few at a time, claimed together. */
  async *of(claimant: Claimant): AsyncGenerator<ClaimedBlock[]> {
    const { backlog, policy, store } = this.#parts;
    let after: BlockEntry | undefined;
    do {
      const found = await backlog.take(claimant.shard, {
        until: store.now(),
        limit: policy.claimBatch,
        after,
      });
      after = found.at(-1);
      yield await this.#claim(found, claimant);
    } while (after);
  }

  async #claim(
    found: readonly BlockEntry[],
    claimant: Claimant,
  ): Promise<ClaimedBlock[]> {
    const { store, backlog } = this.#parts;
    const claimed: ClaimedBlock[] = [];
    const unclaimed: BlockEntry[] = [];
    for (const entry of found) {
      const { claim, fresh = false } = entry.value;
      const isLeft = claim !== undefined;
      const next = isLeft
        ? await this.#takeOver(entry, claimant)
        : claimedBy(claimant, entry);
      if (!isLeft) unclaimed.push(next);
      claimed.push(new ClaimedBlock(next, { isFresh: fresh }));
    }
    if (unclaimed.length === 0) return claimed;
    await store.transact((tx) => {
      tx.guard(claimant.lease);
      for (const entry of unclaimed) backlog.put(tx, entry);
    });
    return claimed;
  }

  async #takeOver(entry: BlockEntry, claimant: Claimant): Promise<BlockEntry> {
    const { store, attempts, backlog, tally } = this.#parts;
    const { value } = entry;
    const tries = value.tries + 1;
    const next = claimedBy(claimant, {
      ...entry,
      value: { ...value, tries, reply: "", people: value.people.map(silent) },
    });
    await store.transact((tx) => {
      tx.guard(claimant.lease);
      const doubts = doubtsOf(entry, { ...claimant, at: store.now() });
      for (const attempt of doubts) attempts.put(attempt, tx);
      tally.settle(tx, doubts);
      backlog.put(tx, next);
    });
    return next;
  }
}

function claimedBy({ lease }: Claimant, entry: BlockEntry): BlockEntry {
  const { fresh: _, ...value } = entry.value;
  return { ...entry, value: { ...value, claim: lease.holder } };
}

function silent({ reply: _, ...person }: Person): Person {
  return person;
}

/** The tries that whoever claimed a block may have made. */
export function doubtsOf(
  { value: { people, tries } }: BlockEntry,
  { run, at }: { run: MailingRun; at: Date },
): MailingAttempt[] {
  return people.map((person) => ({
    ...tryOf(run, person, tries + 1),
    at,
    outcome: "unknown",
    reply: "",
  }));
}
