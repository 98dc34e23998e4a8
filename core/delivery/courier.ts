import type { SkipReason } from "../attempts/skipped.ts";
import type { Clients } from "../clients/clients.ts";
import type { Lease, Store } from "../storage/mod.ts";
import { LeaseLost } from "../storage/mod.ts";
import type { Backlog } from "./backlog.ts";
import type { Shard } from "./shard.ts";
import type { BlockEntry, Person } from "./block.ts";
import { type ClaimedBlock, marksOf } from "./claimed_block.ts";
import { type Claimant, Claims } from "./claims.ts";
import type { Letter } from "./letter.ts";
import { letterOf, type LetterOffice, recipientOf } from "./letters.ts";
import type { Outcome } from "./outcome.ts";
import type { Pass } from "./outlet.ts";
import type { Outlets } from "./outlets.ts";
import { Pending } from "./pending.ts";
import type { Policy } from "./policy.ts";
import type { Receivers } from "./receivers.ts";
import { RecipientCheck } from "./recipient_check.ts";
import type { Skip } from "./records.ts";
import { isOver, type RosterEntry } from "./roster.ts";
import { Settler, type SettlerParts } from "./settler.ts";
import type { Stride } from "./stride.ts";
import type { Transport, Withdrawn } from "./transports/transport.ts";
import type { Trial } from "./trial.ts";
import type { Trials } from "./trials.ts";
import { whileHeld } from "./while_held.ts";

/** What a courier works with. */
export interface CourierParts extends SettlerParts {
  store: Store;
  backlog: Backlog;
  policy: Policy;
  transport: Transport;
  outlets: Outlets;
  clients: Clients;
  receivers: Receivers;
  trials: Trials;
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
  trial: Trial;
  check: RecipientCheck;
  stride: Stride;
}

/** One message that has a place to be sent in. */
interface Sending {
  block: ClaimedBlock;
  person: Person;
  pass: Pass;
  sent: Sent;
}

/** One of a block's people and what is to be done about them. */
type Place = Pick<Sending, "block" | "person">;

/** Whom a message was handed over for, and what came of it. */
interface HandedOver {
  person: Person;
  outcome: Outcome | Withdrawn | Skip;
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
    const { trials } = this.#parts;
    return await trials.during(
      entry.run,
      (trial) => this.#claim({ entry, shard, signal, trial }),
    ) ?? false;
  }

  async #claim(
    task: Omit<Round, "lease" | "letter" | "check" | "stride">,
  ): Promise<boolean> {
    const { backlog, policy } = this.#parts;
    const lease = await backlog.claim(task.shard, { ttl: policy.lease });
    if (!lease) return false;
    try {
      await whileHeld(lease, policy, async () => {
        const unsent = await this.#deliverDue({ ...task, lease });
        await backlog.leave(task.shard, { lease, unsent });
      });
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
    }
    return true;
  }

  /** Sends until nothing is due or it may not go on; gives the blocks of which some were not sent. */
  async #deliverDue(
    begun: Omit<Round, "letter" | "check" | "stride">,
  ): Promise<BlockEntry[]> {
    const { run } = begun.entry;
    const { store, clients, outlets, policy: { poll: every } } = this.#parts;
    const { stride } = outlets.of(run.ownerId);
    const check = new RecipientCheck(run.ownerId, { store, clients, every });
    try {
      const letter = letterOf(run, this.#parts.office);
      return await this.#deliver({ ...begun, letter, check, stride });
    } finally {
      check.end();
    }
  }

  async #deliver(round: Round): Promise<BlockEntry[]> {
    const sent: Sent = { underWay: new Pending(), failures: [] };
    const { underWay, failures } = sent;
    let taken: ClaimedBlock[] = [];
    const mayGoOn = () => this.#mayGoOn(round);
    try {
      claiming: for await (const blocks of this.#claims.of(claimantOf(round))) {
        taken = [...taken.filter(isUnsent), ...blocks];
        await round.check.add(blocks.flatMap(({ left }) => left));
        const heldBack: Promise<void>[] = [];
        for (const place of blocks.flatMap(placesOf)) {
          const outcome = this.#heldBack(round, place);
          if (outcome) {
            if (failures.length > 0 || !mayGoOn()) break claiming;
            heldBack.push(this.#putOff(round, { ...place, outcome, sent }));
            continue;
          }
          if (failures.length > 0) break claiming;
          if (!place.block.hasTaken(place.person)) {
            await this.#take(round, blocks);
          }
          const isIn = round.trial.enter(mayGoOn);
          if (isIn !== true && !await isIn) break claiming;
          const pass = await this.#enter(round, mayGoOn);
          if (!pass) break claiming;
          void this.#send(round, { ...place, pass, sent });
        }
        await Promise.all(heldBack);
      }
    } finally {
      await underWay.none();
    }
    if (failures.length > 0) throw failures[0];
    return taken.filter(isUnsent).filter(({ isTouched }) => isTouched)
      .map((block) => block.released());
  }

  /** Writes down whom of some blocks a message may reach next. */
  #take(
    { lease, stride }: Round,
    blocks: readonly ClaimedBlock[],
  ): Promise<void> {
    const marks = marksOf(blocks, stride.next());
    return this.#settler.take({ lease, marks });
  }

  /** Why a message is not to be handed over for now, if so. */
  #heldBack({ entry: { run } }: Round, { person }: Place): Outcome | undefined {
    return this.#parts.receivers.heldBack(run.ownerId, person.email);
  }

  async #putOff(
    { entry: { run }, lease }: Round,
    { block, person, outcome, sent: { underWay, failures } }:
      & Omit<Sending, "pass">
      & { outcome: Outcome },
  ): Promise<void> {
    underWay.begin();
    try {
      await this.#settler.settle({ run, lease, block, person, outcome });
    } catch (error) {
      failures.push(error);
    } finally {
      underWay.end();
    }
  }

  /** The right to start one message that has its place in the trial, if there is one. */
  async #enter(
    { entry, trial }: Round,
    mayGoOn: () => boolean,
  ): Promise<Pass | undefined> {
    let pass: Pass | undefined;
    try {
      pass = await this.#parts.outlets.of(entry.run.ownerId).enter(mayGoOn);
    } finally {
      if (!pass) trial.leave();
    }
    return pass;
  }

  #mayGoOn({ entry, lease, signal }: Round): boolean {
    // Asked so often that the time costs something: most mailings have no end.
    const isEnded = entry.endsAt !== undefined &&
      isOver(entry, this.#parts.store.now());
    return entry.isGranted && !lease.lost && !signal.aborted && !isEnded;
  }

  async #send(
    round: Round,
    { block, person: planned, pass, sent: { underWay, failures } }: Sending,
  ): Promise<void> {
    const { receivers, onSettled } = this.#parts;
    const { entry: { run }, lease, trial } = round;
    let settled: Outcome | undefined;
    underWay.begin();
    try {
      const { person, outcome } = await this.#handOver(round, planned);
      // It is given back with the rest of its block.
      if (outcome.kind === "withdrawn") return;
      if (outcome.kind !== "skipped") {
        receivers.hear(run.ownerId, person.email, outcome);
        await pass.report(outcome);
      }
      await this.#settler.settle({ run, lease, block, person, outcome });
      if (outcome.kind === "skipped") return;
      settled = outcome;
      onSettled(outcome);
    } catch (error) {
      failures.push(error);
    } finally {
      pass.leave();
      trial.leave(settled);
      underWay.end();
    }
  }

  /** Hands a message over to whom it is meant for by now, if they are still to get it. */
  async #handOver(round: Round, planned: Person): Promise<HandedOver> {
    const { transport, office } = this.#parts;
    const { check, entry: { run }, letter } = round;
    let person = planned;
    for (;;) {
      if (check.hasChanged(person)) {
        const turn = await check.current(person);
        if (isSkipReason(turn)) {
          return { person, outcome: { kind: "skipped", reason: turn } };
        }
        person = turn;
      }
      const outcome = await transport.send(
        letter,
        recipientOf(person, run, office),
        () => this.#mayGoOn(round) && !check.hasChanged(person),
      );
      const isToBeAskedAgain = outcome.kind === "withdrawn" &&
        this.#mayGoOn(round);
      if (!isToBeAskedAgain) return { person, outcome };
    }
  }
}

function isSkipReason(turn: Person | SkipReason): turn is SkipReason {
  return typeof turn === "string";
}

function placesOf(block: ClaimedBlock): Place[] {
  return block.left.map((person) => ({ block, person }));
}

function isUnsent({ left }: ClaimedBlock): boolean {
  return left.length > 0;
}

function claimantOf(
  { entry: { run }, shard, lease, stride }: Round,
): Claimant {
  return { run, shard, lease, stride };
}
