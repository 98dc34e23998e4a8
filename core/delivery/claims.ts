import type { MailingAttempt } from "../attempts/attempt.ts";
import type { Attempts } from "../attempts/attempts.ts";
import type { MailingRun } from "../mailings/run.ts";
import type { Lease, Store } from "../storage/mod.ts";
import type { Backlog } from "./backlog.ts";
import type { Shard } from "./shard.ts";
import { type Block, type BlockEntry, isTaken, type Person } from "./block.ts";
import { ClaimedBlock, marksOf } from "./claimed_block.ts";
import type { Policy } from "./policy.ts";
import type { Stride } from "./stride.ts";
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

/** The shard that is claimed from, the right to it, and how many are taken at once. */
export interface Claimant {
  run: MailingRun;
  shard: Shard;
  lease: Lease;
  stride: Stride;
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

  /** The due blocks of a shard a few at a time, the first of their people taken. */
  async *of(claimant: Claimant): AsyncGenerator<ClaimedBlock[]> {
    const { backlog, policy, store } = this.#parts;
    let after: BlockEntry | undefined;
    do {
      const found = await backlog.take(claimant.shard, {
        until: store.now(),
        limit: policy.claimBatch,
        after,
      });
      const blocks = await this.#claim(found, claimant);
      after = blocks.at(-1)?.entry;
      yield blocks;
    } while (after);
  }

  async #claim(
    found: readonly BlockEntry[],
    claimant: Claimant,
  ): Promise<ClaimedBlock[]> {
    const { store, backlog } = this.#parts;
    const { lease: { holder }, stride } = claimant;
    const blocks: ClaimedBlock[] = [];
    for (const entry of found) {
      if (entry.value.claim === undefined) {
        blocks.push(new ClaimedBlock(entry, { holder }));
      } else blocks.push(...await this.#takeOver(entry, claimant));
    }
    const steps = marksOf(blocks, blocks.length > 0 ? stride.next() : 0)
      .map(({ block, upTo }) => ({ block, step: block.progress([], upTo) }));
    if (steps.length === 0) return blocks;
    await store.transact((tx) => {
      tx.guard(claimant.lease);
      for (const { step } of steps) backlog.put(tx, step.entry);
    });
    for (const { block, step } of steps) block.strike(step);
    return blocks;
  }

  /** Those who may have been reached are in doubt; the others of the block wait as they did. */
  async #takeOver(
    entry: BlockEntry,
    claimant: Claimant,
  ): Promise<ClaimedBlock[]> {
    const { store, attempts, backlog, tally } = this.#parts;
    const { lease: { holder } } = claimant;
    const [inDoubt, untouched] = parted(entry);
    const retried = inDoubt &&
      new ClaimedBlock(inDoubt, { holder, isTaken: true });
    await store.transact((tx) => {
      tx.guard(claimant.lease);
      const doubts = doubtsOf(entry, { ...claimant, at: store.now() });
      for (const attempt of doubts) attempts.put(attempt, tx);
      tally.settle(tx, doubts);
      backlog.put(tx, { ...entry, value: { ...entry.value, people: [] } });
      if (retried) backlog.put(tx, retried.progress([]).entry);
      if (untouched) backlog.put(tx, untouched);
    });
    return [
      ...(retried ? [retried] : []),
      ...(untouched ? [new ClaimedBlock(untouched, { holder })] : []),
    ];
  }
}

/** A block whose claimant has gone as two: those who were taken, as after another try, and the others. */
function parted(
  entry: BlockEntry,
): [inDoubt: BlockEntry | undefined, untouched: BlockEntry | undefined] {
  const { claim: _, upTo: __, people, ...value } = entry.value;
  const taken = people.filter((person) => isTaken(entry.value, person));
  const others = people.filter((person) => !isTaken(entry.value, person));
  const tries = value.tries + 1;
  return [
    entryOf(taken.map(silent), {
      ...entry,
      value: { ...value, tries, reply: "" },
    }),
    entryOf(others, { ...entry, value: { ...value, fresh: true } }),
  ];
}

function entryOf(
  people: readonly Person[],
  { value, ...place }: Omit<BlockEntry, "value"> & {
    value: Omit<Block, "people">;
  },
): BlockEntry | undefined {
  const [first] = people;
  return first && { ...place, seq: first.seq, value: { ...value, people } };
}

function silent({ reply: _, ...person }: Person): Person {
  return person;
}

/** The tries that whoever claimed a block may have made. */
export function doubtsOf(
  { value }: BlockEntry,
  { run, at }: { run: MailingRun; at: Date },
): MailingAttempt[] {
  const taken = value.people.filter((person) => isTaken(value, person));
  return taken.map((person) => ({
    ...tryOf(run, person, value.tries + 1),
    at,
    outcome: "unknown",
    reply: "",
  }));
}
