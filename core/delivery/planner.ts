import type { Attempts } from "../attempts/attempts.ts";
import type { SkipReason } from "../attempts/skipped.ts";
import type { Client } from "../clients/client.ts";
import type { Clients } from "../clients/clients.ts";
import type { Audiences } from "../mailings/audiences.ts";
import { type MailingRun, runNameOf, type RunRef } from "../mailings/run.ts";
import type { Runs } from "../mailings/runs.ts";
import type { Lease, Store, Transaction } from "../storage/mod.ts";
import { audienceClients } from "./audience_clients.ts";
import type { Backlog } from "./backlog.ts";
import { inBlocks } from "./block.ts";
import { type PlanBatch, planBatches } from "./plan_batches.ts";
import type { Policy } from "./policy.ts";
import type { Tally } from "./tally.ts";
import { whileHeld } from "./while_held.ts";

/** What the planner works with. */
export interface PlannerParts {
  store: Store;
  clients: Clients;
  audiences: Audiences;
  runs: Runs;
  attempts: Attempts;
  backlog: Backlog;
  tally: Tally;
  policy: Policy;
}

/** How a run is planned. */
export interface PlanOptions {
  /** Asked between batches. */
  mayGoOn: () => boolean;
  /** Hears that some of it may be sent. */
  onOpened: () => void;
  /** Why everybody who is left is passed over, if they are. */
  skipRest: SkipReason | undefined;
}

/** The right to plan a run alone; undefined while another worker has it. */
export function claimPlan(
  store: Store,
  run: RunRef,
  { lease: ttl }: Pick<Policy, "lease">,
): Promise<Lease | undefined> {
  return store.leases.acquire(`plan/${runNameOf(run)}`, { ttl });
}

/**
 * Writes a run's recipients into the backlog, batch by batch. Each batch is one atomic
 * operation that also moves the run's checkpoint, so that a crash resumes where it was.
 */
export class Planner {
  readonly #parts: PlannerParts;

  constructor(parts: PlannerParts) {
    this.#parts = parts;
  }

  /** Plans a run to its end, or until it may not go on; false if another worker is at it. */
  async plan(run: MailingRun, options: PlanOptions): Promise<boolean> {
    const { store, policy } = this.#parts;
    const lease = await claimPlan(store, run, policy);
    if (!lease) return false;
    await whileHeld(
      lease,
      policy,
      () => this.#planBatches(run, lease, options),
    );
    return true;
  }

  async #planBatches(
    found: MailingRun,
    lease: Lease,
    { mayGoOn, onOpened, skipRest }: PlanOptions,
  ): Promise<void> {
    const run = await this.#parts.runs.of(found.ownerId).find(found.id);
    if (run?.state !== "planning") return;
    const after = run.plan.cursor;
    const { planBatch: size } = this.#parts.policy;
    let writing = Promise.resolve(true);
    for await (
      const batch of planBatches(audienceClients(this.#parts, run, { after }), {
        size,
      })
    ) {
      // The next batch is read while one is written.
      if (!await writing || !mayGoOn()) return;
      onOpened();
      writing = this.#write(run, skipRest ? nobodyOf(batch) : batch, {
        lease,
        skipRest,
      });
      // A failure is heard of where it is waited for.
      writing.catch(() => {});
    }
    await writing;
  }

  /** Commits one batch; false if the run is no longer to be planned. */
  async #write(
    { ownerId, id }: MailingRun,
    { subscribed, skipped, cursor: reached, isLast: last }: PlanBatch,
    { lease, skipRest }: { lease: Lease; skipRest: SkipReason | undefined },
  ): Promise<boolean> {
    const { store, runs, tally } = this.#parts;
    return await store.transact(async (tx) => {
      tx.guard(lease);
      const run = await runs.of(ownerId).find(id, tx);
      if (run?.state !== "planning") return false;
      const { planned } = run.plan;
      const cursor = reached ?? run.plan.cursor;
      this.#push(tx, run, subscribed);
      this.#passOver(tx, run, { clients: skipped, skipRest });
      this.#openShards(tx, run, { until: planned + subscribed.length, last });
      tally.plan(tx, run, {
        planned: subscribed.length,
        skipped: skipped.length,
      });
      await runs.of(ownerId).update(id, (old) => ({
        ...old,
        state: last ? "sending" : "planning",
        plan: {
          ...(cursor !== undefined && { cursor }),
          planned: planned + subscribed.length,
          skipped: old.plan.skipped + skipped.length,
        },
      }), tx);
      return true;
    });
  }

  #push(tx: Transaction, run: MailingRun, clients: Client[]): void {
    const { backlog, policy } = this.#parts;
    const { ownerId, id: runId, startedAt: since } = run;
    const people = clients.map(({ id: clientId, email, name }, index) => ({
      seq: run.plan.planned + index,
      clientId,
      email,
      name,
    }));
    // A block lies in one shard.
    const shards = Map.groupBy(people, ({ seq }) => this.#shardOf(seq));
    for (const [shard, members] of shards) {
      for (const block of inBlocks(members, policy.blockSize)) {
        backlog.push(tx, { ownerId, runId, number: shard }, {
          dueAt: since,
          block: { tries: 0, since, fresh: true, people: block },
        });
      }
    }
  }

  #passOver(
    tx: Transaction,
    { id: runId, ownerId }: MailingRun,
    { clients, skipRest }: {
      clients: Client[];
      skipRest: SkipReason | undefined;
    },
  ): void {
    for (const { id: clientId, email, name, unsubscribedAt } of clients) {
      const reason = unsubscribedAt ? "unsubscribed" : skipRest;
      const client = { ownerId, runId, clientId, email, name };
      this.#parts.attempts.putSkipped(
        { ...client, ...(reason && { reason }) },
        tx,
      );
    }
  }

  /** Opens the shards that this batch completes, so that sending starts while planning goes on. */
  #openShards(
    tx: Transaction,
    run: MailingRun,
    { until, last }: { until: number; last: boolean },
  ): void {
    const end = last
      ? Math.ceil(until / this.#parts.policy.shardSize)
      : this.#shardOf(until);
    for (let number = this.#shardOf(run.plan.planned); number < end; number++) {
      this.#parts.backlog.openShard(tx, {
        ownerId: run.ownerId,
        runId: run.id,
        number,
        dueAt: run.startedAt,
      });
    }
  }

  #shardOf(seq: number): number {
    return Math.floor(seq / this.#parts.policy.shardSize);
  }
}

function nobodyOf({ subscribed, skipped, ...batch }: PlanBatch): PlanBatch {
  return { ...batch, subscribed: [], skipped: [...skipped, ...subscribed] };
}
