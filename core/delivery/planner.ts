import type { Attempts } from "../attempts/attempts.ts";
import type { Clients } from "../clients/clients.ts";
import type { Audiences } from "../mailings/audiences.ts";
import type { MailingRun } from "../mailings/run.ts";
import type { Runs } from "../mailings/runs.ts";
import type { Lease, Store, Transaction } from "../storage/mod.ts";
import { type AudienceClient, audienceClients } from "./audience_clients.ts";
import type { Backlog } from "./backlog.ts";
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

/** The right to plan a run alone; undefined while another worker has it. */
export function claimPlan(
  store: Store,
  runId: string,
  { lease: ttl }: Pick<Policy, "lease">,
): Promise<Lease | undefined> {
  return store.leases.acquire(`plan/${runId}`, { ttl });
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
  async plan(run: MailingRun, mayGoOn: () => boolean): Promise<boolean> {
    const { store, policy } = this.#parts;
    const lease = await claimPlan(store, run.id, policy);
    if (!lease) return false;
    await whileHeld(
      lease,
      policy,
      () => this.#planBatches(run, lease, mayGoOn),
    );
    return true;
  }

  async #planBatches(
    found: MailingRun,
    lease: Lease,
    mayGoOn: () => boolean,
  ): Promise<void> {
    const run = await this.#parts.runs.of(found.ownerId).find(found.id);
    if (run?.state !== "planning") return;
    let batch: AudienceClient[] = [];
    const after = run.plan.cursor;
    for await (const found of audienceClients(this.#parts, run, { after })) {
      if (batch.push(found) < this.#parts.policy.planBatch) continue;
      if (
        !mayGoOn() || !await this.#write(run, batch, { lease, last: false })
      ) return;
      batch = [];
    }
    if (mayGoOn()) await this.#write(run, batch, { lease, last: true });
  }

  /** Commits one batch; false if the run is no longer to be planned. */
  async #write(
    { ownerId, id }: MailingRun,
    batch: AudienceClient[],
    { lease, last }: { lease: Lease; last: boolean },
  ): Promise<boolean> {
    const { store, runs, tally } = this.#parts;
    const [subscribed, skipped] = bySubscription(batch);
    return await store.transact(async (tx) => {
      tx.guard(lease);
      const run = await runs.of(ownerId).find(id, tx);
      if (run?.state !== "planning") return false;
      const { planned, cursor } = run.plan;
      this.#push(tx, run, subscribed);
      this.#passOver(tx, run, skipped);
      this.#openShards(tx, run, { until: planned + subscribed.length, last });
      tally.plan(tx, run, {
        planned: subscribed.length,
        skipped: skipped.length,
      });
      const reached = batch.at(-1)?.cursor ?? cursor;
      await runs.of(ownerId).update(id, (old) => ({
        ...old,
        state: last ? "sending" : "planning",
        plan: {
          ...(reached !== undefined && { cursor: reached }),
          planned: planned + subscribed.length,
          skipped: old.plan.skipped + skipped.length,
        },
      }), tx);
      return true;
    });
  }

  #push(tx: Transaction, run: MailingRun, batch: AudienceClient[]): void {
    batch.forEach(({ client }, index) => {
      const seq = run.plan.planned + index;
      this.#parts.backlog.push(tx, {
        shard: this.#shardOf(seq),
        dueAt: run.startedAt,
        seq,
        value: {
          runId: run.id,
          clientId: client.id,
          email: client.email,
          name: client.name,
          tries: 0,
          since: run.startedAt,
        },
      });
    });
  }

  #passOver(tx: Transaction, run: MailingRun, batch: AudienceClient[]): void {
    const { id: runId, ownerId } = run;
    for (const { client: { id: clientId, email, name } } of batch) {
      const skipped = { ownerId, runId, clientId, email, name };
      this.#parts.attempts.putSkipped(skipped, tx);
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

function bySubscription(
  batch: AudienceClient[],
): [subscribed: AudienceClient[], skipped: AudienceClient[]] {
  const { subscribed = [], skipped = [] } = Object.groupBy(
    batch,
    ({ client }) => client.unsubscribedAt ? "skipped" : "subscribed",
  );
  return [subscribed, skipped];
}
