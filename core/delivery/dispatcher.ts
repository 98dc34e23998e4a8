import { runNameOf } from "../mailings/run.ts";
import type { Store } from "../storage/mod.ts";
import type { Backlog } from "./backlog.ts";
import type { Shard } from "./shard.ts";
import { Bell } from "./bell.ts";
import type { Courier } from "./courier.ts";
import { Hands } from "./hands.ts";
import type { Outlets } from "./outlets.ts";
import type { Policy } from "./policy.ts";
import type { Roster, RosterEntry } from "./roster.ts";

/** Due shards of a run that are looked at for one that nobody has. */
const SHARDS_SEEN = 64;

/** What a dispatcher works with. */
export interface DispatcherParts {
  store: Store;
  backlog: Backlog;
  roster: Roster;
  courier: Courier;
  outlets: Outlets;
  policy: Policy;
  /** Hears that a courier has come back. */
  onReturn: () => void;
  log: (message: string) => void;
}

/**
 * Gives shards to couriers: to the owner, and of their runs to the one, that has the fewest in
 * hand. A run that finds no room gets the place of one that has several, or had its turn.
 */
export class Dispatcher {
  readonly #parts: DispatcherParts;
  readonly #hands: Hands;
  readonly #underWay = new Set<Promise<void>>();
  /** Shards that another worker had when they were asked for. */
  readonly #elsewhere = new Set<string>();
  /** Until when a shard that failed is left alone, in milliseconds. */
  readonly #setBackUntil = new Map<string, number>();
  /** Runs whose courier came back since they were last asked for. */
  #returned = new Set<string>();
  /** Until when runs that had nothing due are left alone, in times it was woken. */
  readonly #restUntil = new Map<string, number>();
  #wakings = 0;
  /** Runs that had a courier since they were last asked for. */
  #lately = new Set<string>();
  /** When a run was last given a courier, in rounds. */
  readonly #served = new Map<string, number>();
  #rounds = 0;
  readonly #bell = new Bell();

  constructor(parts: DispatcherParts) {
    this.#parts = parts;
    this.#hands = new Hands(parts.policy);
  }

  /** Whether nothing is in hand. */
  get isIdle(): boolean {
    return this.#hands.size === 0;
  }

  /** The runs that had a courier since this was last asked. */
  takeServed(): ReadonlySet<string> {
    const served = this.#lately;
    this.#lately = new Set(this.#hands.runs);
    return served;
  }

  /** The runs that couriers are at. */
  get inHand(): Iterable<string> {
    return this.#hands.runs;
  }

  /** The runs whose courier came back since this was last asked. */
  takeReturned(): ReadonlySet<string> {
    const returned = this.#returned;
    this.#returned = new Set();
    return returned;
  }

  /** Looks again, also for what other workers had. */
  wake(): void {
    this.#elsewhere.clear();
    this.#wakings++;
    this.#forgetEndedRuns();
    this.#bell.ring();
  }

  /** Looks again for what has become due. */
  look(): void {
    this.#bell.ring();
  }

  /** Works until the signal ends it and every courier has come back. */
  async work(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        while (await this.#round(signal));
      } catch (error) {
        this.#tell(error);
      }
      await this.#bell.wait(this.#parts.policy.poll, signal);
    }
    await Promise.all(this.#underWay);
  }

  /** Gives every run one courier more, if there is room; says whether any got one. */
  async #round(signal: AbortSignal): Promise<boolean> {
    this.#rounds++;
    let isAnyServed = false;
    for (const entry of this.#inTurn()) {
      if (signal.aborted) return false;
      if (!this.#mayBeServed(entry)) continue;
      const hasRoom = this.#hasRoomFor(entry);
      if (!hasRoom && this.#hands.ofRun(entry.run) > 0) continue;
      const shard = await this.#freeShardOf(entry);
      if (!shard) this.#letRest(entry);
      if (!shard || !await this.#mayStillBeServed(entry)) continue;
      if (hasRoom) {
        this.#give(shard, entry, signal);
        isAnyServed = true;
      } else this.#makeRoomFor(entry);
    }
    return isAnyServed;
  }

  #inTurn(): RosterEntry[] {
    const { entries } = this.#parts.roster;
    const served = ({ run }: RosterEntry) =>
      this.#served.get(runNameOf(run)) ?? 0;
    return entries.sort((a, b) =>
      this.#hands.ofOwner(a.run) - this.#hands.ofOwner(b.run) ||
      this.#hands.ofRun(a.run) - this.#hands.ofRun(b.run) ||
      served(a) - served(b)
    );
  }

  #mayBeServed({ run, isGranted }: RosterEntry): boolean {
    const isResting =
      (this.#restUntil.get(runNameOf(run)) ?? 0) > this.#wakings;
    return isGranted && !isResting &&
      !this.#parts.outlets.of(run.ownerId).closedDoor;
  }

  // Where there are many runs, those without a courier are not looked at all the time.
  async #mayStillBeServed(entry: RosterEntry): Promise<boolean> {
    const { roster } = this.#parts;
    if (!roster.isFresh(entry.run)) await roster.review([runNameOf(entry.run)]);
    return entry.isGranted;
  }

  // Most active runs only wait for their next try: where there are many, they are asked less.
  #letRest({ run }: RosterEntry): void {
    if (run.state !== "sending") return;
    const { roster, policy } = this.#parts;
    const rest = Math.floor(roster.size / policy.runsAtOnce);
    this.#restUntil.set(runNameOf(run), this.#wakings + rest);
  }

  #hasRoomFor({ run }: RosterEntry): boolean {
    const { isOnTrial } = this.#parts.outlets.of(run.ownerId);
    if (isOnTrial && this.#hands.ofOwner(run) > 0) return false;
    return this.#hands.hasRoomFor(run);
  }

  #makeRoomFor({ run }: RosterEntry): void {
    const { outlets, policy, store } = this.#parts;
    if (outlets.of(run.ownerId).isOnTrial) return;
    const turnBegan = new Date(store.now().getTime() - policy.turn);
    this.#hands.makeRoomFor(run, turnBegan);
  }

  async #freeShardOf({ run }: RosterEntry): Promise<Shard | undefined> {
    const { backlog, store } = this.#parts;
    const due = await backlog.dueShards(run, store.now(), SHARDS_SEEN);
    return due.find((shard) => {
      const key = keyOf(shard);
      return !this.#hands.has(key) && !this.#elsewhere.has(key) &&
        !this.#isSetBack(key);
    });
  }

  #give(shard: Shard, entry: RosterEntry, signal: AbortSignal): void {
    const key = keyOf(shard);
    const { run } = entry;
    const name = runNameOf(run);
    this.#served.set(name, this.#rounds);
    this.#lately.add(name);
    const ending = this.#hands.take(key, run, this.#parts.store.now());
    const errand = { shard, signal: AbortSignal.any([signal, ending]) };
    const delivering: Promise<void> = this.#parts.courier.deliver(entry, errand)
      .then((isMine) => void (isMine || this.#elsewhere.add(key)))
      .catch((error) => this.#setBack(key, error))
      .finally(() => {
        this.#hands.drop(key);
        this.#returned.add(name);
        this.#restUntil.delete(name);
        this.#underWay.delete(delivering);
        this.#bell.ring();
        this.#parts.onReturn();
      });
    this.#underWay.add(delivering);
  }

  // What was sent and could not be written down would be sent again: that must not go fast.
  #setBack(key: string, error: unknown): void {
    const { store, policy } = this.#parts;
    this.#setBackUntil.set(key, store.now().getTime() + policy.lease);
    this.#tell(error);
  }

  #isSetBack(key: string): boolean {
    const until = this.#setBackUntil.get(key);
    if (until === undefined) return false;
    const { store, policy } = this.#parts;
    const wait = until - store.now().getTime();
    // A longer one was set by a clock that was ahead.
    if (wait > 0 && wait <= policy.lease) return true;
    this.#setBackUntil.delete(key);
    return false;
  }

  #forgetEndedRuns(): void {
    const active = new Set(
      this.#parts.roster.entries.map(({ run }) => runNameOf(run)),
    );
    for (const known of [this.#served, this.#restUntil]) {
      for (const name of known.keys()) {
        if (!active.has(name)) known.delete(name);
      }
    }
  }

  #tell(error: unknown): void {
    this.#parts.log(`Delivery: ${error}`);
  }
}

function keyOf({ ownerId, runId, id }: Shard): string {
  return `${runNameOf({ ownerId, id: runId })}/${id}`;
}
