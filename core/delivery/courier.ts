import type { Lease, Store } from "../storage/mod.ts";
import { LeaseLost } from "../storage/mod.ts";
import type { Backlog, Entry, Shard } from "./backlog.ts";
import type { Gate } from "./gate.ts";
import type { Letter } from "./letter.ts";
import { letterOf, type LetterOffice, recipientOf } from "./letters.ts";
import type { Outcome } from "./outcome.ts";
import type { Policy } from "./policy.ts";
import type { RosterEntry } from "./roster.ts";
import type { ServiceGuard } from "./service_guard.ts";
import { Settler, type SettlerParts } from "./settler.ts";
import { whileHeld } from "./while_held.ts";
import type { Transport } from "./transports/transport.ts";

/** What a courier works with. */
export interface CourierParts extends SettlerParts {
  store: Store;
  backlog: Backlog;
  policy: Policy;
  transport: Transport;
  guard: ServiceGuard;
  gate: Gate;
  office: LetterOffice;
  /** Hears of every outcome once it is durable. */
  onSettled: (kind: Outcome["kind"]) => void;
}

/** The shard to deliver, and what ends it before it is done. */
export interface Errand {
  shard: Shard;
  signal: AbortSignal;
}

interface Round extends Errand {
  entry: RosterEntry;
  lease: Lease;
  letter: Letter;
  settler: Settler;
}

/** Delivers a shard: claims it, hands its due messages to the transport, settles each. */
export class Courier {
  readonly #parts: CourierParts;

  constructor(parts: CourierParts) {
    this.#parts = parts;
  }

  /** Delivers what is due in a shard while it may; false if another worker has it. */
  async deliver(
    entry: RosterEntry,
    { shard, signal }: Errand,
  ): Promise<boolean> {
    const { backlog, policy } = this.#parts;
    const lease = await backlog.claim(shard, { ttl: policy.lease });
    if (!lease) return false;
    try {
      await whileHeld(lease, policy, async () => {
        const settler = new Settler(this.#parts, { run: entry.run, lease });
        const letter = letterOf(entry.run);
        await this.#deliverDue({
          entry,
          shard,
          signal,
          lease,
          letter,
          settler,
        });
        await backlog.leave(shard, lease);
      });
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
    }
    return true;
  }

  async #deliverDue(round: Round): Promise<void> {
    const underWay = new Set<Promise<void>>();
    const failures: unknown[] = [];
    for await (const entry of this.#dueEntries(round.shard)) {
      if (failures.length > 0 || !await this.#mayStart(round)) break;
      const sending: Promise<void> = this.#send(round, entry)
        .catch((error) => void failures.push(error))
        .finally(() => underWay.delete(sending));
      underWay.add(sending);
    }
    await Promise.all(underWay);
    if (failures.length > 0) throw failures[0];
  }

  async *#dueEntries(shard: Shard): AsyncIterable<Entry> {
    const { backlog, policy, store } = this.#parts;
    const limit = policy.planBatch;
    let due = await backlog.take(shard, { until: store.now(), limit });
    for (let after = due.at(-1); after; after = due.at(-1)) {
      yield* due;
      due = await backlog.take(shard, { until: store.now(), limit, after });
    }
  }

  /** Takes a place in the gate if a message may be started. */
  async #mayStart({ entry, lease, signal }: Round): Promise<boolean> {
    const { gate, guard } = this.#parts;
    await gate.enter();
    const mayGoOn = entry.isGranted && !lease.lost && !signal.aborted;
    if (mayGoOn && await guard.admit()) return true;
    gate.leave();
    return false;
  }

  async #send(
    { entry: { run }, letter, settler }: Round,
    entry: Entry,
  ): Promise<void> {
    const { gate, guard, office, transport, onSettled } = this.#parts;
    try {
      const outcome = await transport.send(
        letter,
        recipientOf(entry, run, office),
      );
      if (outcome.kind === "unavailable") {
        const { reply: reason, retryAfter } = outcome;
        await guard.troubled({
          reason,
          ...(retryAfter !== undefined && { retryAfter }),
        });
      } else {
        await guard.answered();
      }
      await settler.settle(entry, outcome);
      onSettled(outcome.kind);
    } finally {
      gate.leave();
    }
  }
}
