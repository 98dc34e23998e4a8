import type { Lease, Store } from "../storage/mod.ts";
import { LeaseLost } from "../storage/mod.ts";
import type { Backlog, Shard } from "./backlog.ts";
import type { BlockEntry, Person } from "./block.ts";
import type { ClaimedBlock } from "./claimed_block.ts";
import { type Claimant, Claims } from "./claims.ts";
import type { Letter } from "./letter.ts";
import { letterOf, type LetterOffice, recipientOf } from "./letters.ts";
import type { Outcome } from "./outcome.ts";
import type { Pass } from "./outlet.ts";
import type { Outlets } from "./outlets.ts";
import { Pending } from "./pending.ts";
import type { Policy } from "./policy.ts";
import type { RosterEntry } from "./roster.ts";
import { Settler, type SettlerParts } from "./settler.ts";
import { whileHeld } from "./while_held.ts";
import type { Transport } from "./transports/transport.ts";

/** What a courier works with. */
export interface CourierParts extends SettlerParts {
  store: Store;
  backlog: Backlog;
  policy: Policy;
  transport: Transport;
  outlets: Outlets;
  office: LetterOffice;
  /** Hears of every outcome once it is durable. */
  onSettled: (outcome: Outcome) => void;
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
}

/** One message that has a place to be sent in. */
interface Sending {
  block: ClaimedBlock;
  person: Person;
  pass: Pass;
  sent: Sent;
}

/** What has been begun. */
interface Sent {
  underWay: Pending;
  /** What kept an outcome from being written down. */
  failures: unknown[];
}

/** Delivers a shard: claims it, hands its due messages to the transport, settles each. */
export class Courier {
  readonly #parts: CourierParts;
  readonly #claims: Claims;
  readonly #settler: Settler;

  constructor(parts: CourierParts) {
    this.#parts = parts;
    this.#claims = new Claims(parts);
    this.#settler = new Settler(parts);
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
        const letter = letterOf(entry.run);
        const unsent = await this.#deliverDue({
          ...{ entry, shard, signal, lease, letter },
        });
        await backlog.leave(shard, { lease, unsent });
      });
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
    }
    return true;
  }

  /** Sends until nothing is due or it may not go on; gives the blocks of which some were not sent. */
  async #deliverDue(round: Round): Promise<BlockEntry[]> {
    const sent: Sent = { underWay: new Pending(), failures: [] };
    const { underWay, failures } = sent;
    let taken: ClaimedBlock[] = [];
    try {
      claiming: for await (const blocks of this.#claims.of(claimantOf(round))) {
        taken = [...taken.filter(isUnsent), ...blocks];
        for (const place of blocks.flatMap(placesOf)) {
          const pass = failures.length === 0 && await this.#enter(round);
          if (!pass) break claiming;
          void this.#send(round, { ...place, pass, sent });
        }
      }
    } finally {
      await underWay.none();
    }
    if (failures.length > 0) throw failures[0];
    return taken.filter(isUnsent).map((block) => block.released());
  }

  /** The right to start one message, if there is one. */
  #enter({ entry, lease, signal }: Round): Promise<Pass | undefined> {
    const mayGoOn = () => entry.isGranted && !lease.lost && !signal.aborted;
    return this.#parts.outlets.of(entry.run.ownerId).enter(mayGoOn);
  }

  async #send(
    { entry: { run }, letter, lease }: Round,
    { block, person, pass, sent: { underWay, failures } }: Sending,
  ): Promise<void> {
    const { office, transport, onSettled } = this.#parts;
    underWay.begin();
    try {
      const outcome = await transport.send(
        letter,
        recipientOf(person, run, office),
      );
      await pass.report(outcome);
      await this.#settler.settle({ run, lease, block, person, outcome });
      onSettled(outcome);
    } catch (error) {
      failures.push(error);
    } finally {
      pass.leave();
      underWay.end();
    }
  }
}

function placesOf(block: ClaimedBlock): Pick<Sending, "block" | "person">[] {
  return block.left.map((person) => ({ block, person }));
}

function isUnsent({ left }: ClaimedBlock): boolean {
  return left.length > 0;
}

function claimantOf({ entry: { run }, shard, lease }: Round): Claimant {
  return { run, shard, lease };
}
