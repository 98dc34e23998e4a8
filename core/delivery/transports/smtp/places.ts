import type { Job } from "./job.ts";

/** The jobs that one connection has: all of one owner, so that none waits behind another's. */
export interface Seat {
  readonly jobs: Set<Job>;
}

/** An owner's jobs at one receiving domain. */
interface Domain {
  readonly waiting: Set<Job>;
  /** Those on connections, with the time since which each is waited for. */
  readonly active: Map<Job, number>;
  /** Unknown until one of its jobs was answered. */
  isSlow: boolean | undefined;
}

/** An owner's jobs and connections. */
interface Owner {
  readonly domains: Map<string, Domain>;
  waiting: number;
  /** Connections with jobs of theirs. */
  seats: number;
  /** Jobs on connections whose domain is not known to answer soon. */
  doubtful: Set<Job>;
}

/** What answers within this is never slow, in milliseconds. */
const SOON = 1_000;
/** What takes longer is slow in any case. */
const LATE = 4_000;
/** In between, how many times longer than the quickest a slow domain takes. */
const SLOWER = 4;
/** How fast it is forgotten that the server was ever quicker. */
const FORGETTING = 0.02;
/** Domains that are remembered. */
const MOST_KNOWN = 10_000;
/** The part of all connections that is left to others by one owner, or by what may be slow. */
const LEFT_BY_OWNER = 5;
const OF_A_SLOW_DOMAIN = 6;
const OF_SLOW_DOMAINS = 2;

/**
 * The jobs that wait for a connection, by owner and receiving domain, and who of them is next.
 * Connections go to owners in turns. No owner gets all of them, and a domain that is slow, or not
 * known to be quick, a sixth: whoever has to wait for it leaves places to everybody else.
 */
export class Places {
  readonly #connections: number;
  readonly #owners = new Map<string, Owner>();
  /** Whether domains that nothing is waiting for were slow, by owner and domain. */
  readonly #known = new Map<string, boolean>();
  #waiting = 0;
  /** How soon the server answers where it is quick. */
  #quickest = Infinity;
  /** As of the last look: asking anew for each job costs more than it tells. */
  #now = performance.now();

  constructor(connections: number) {
    this.#connections = connections;
  }

  /** How many jobs wait. */
  get waiting(): number {
    return this.#waiting;
  }

  /** All jobs that wait. */
  *[Symbol.iterator](): Iterator<Job> {
    for (const { domains } of this.#owners.values()) {
      for (const { waiting } of domains.values()) yield* waiting;
    }
  }

  /** Whether a connection that has nothing to do would find a job. */
  get hasNext(): boolean {
    if (this.#waiting === 0) return false;
    this.#now = performance.now();
    return this.#chosen() !== undefined;
  }

  /** Lets a job wait. */
  add(job: Job): void {
    const owner = this.#owners.getOrInsertComputed(job.ownerId, newOwner);
    const domain = owner.domains.getOrInsertComputed(
      job.domain,
      () => this.#newDomain(job),
    );
    domain.waiting.add(job);
    owner.waiting++;
    this.#waiting++;
  }

  /** Lets a job wait no more; false if it did not. */
  remove(job: Job): boolean {
    const owner = this.#owners.get(job.ownerId);
    const domain = owner?.domains.get(job.domain);
    if (!owner || !domain?.waiting.delete(job)) return false;
    owner.waiting--;
    this.#waiting--;
    this.#tidy(job.ownerId, owner, job.domain);
    return true;
  }

  /** The job that a connection takes next: behind one that it has, only of the same owner. */
  take(seat: Seat): Job | undefined {
    if (this.#waiting === 0) return undefined;
    const [ahead] = seat.jobs;
    const found = ahead ? this.#behind(ahead) : this.#chosen();
    if (!found) return undefined;
    const { owner, domain } = found;
    const [job] = domain.waiting;
    if (!job) return undefined;
    domain.waiting.delete(job);
    owner.waiting--;
    this.#waiting--;
    if (!ahead) owner.seats++;
    seat.jobs.add(job);
    domain.active.set(job, this.#now);
    if (domain.isSlow !== false) owner.doubtful.add(job);
    this.#goLast(found);
    return job;
  }

  /** Frees the place of a job; whether the server answered tells how quick its domain is. */
  leave(seat: Seat, job: Job, { isAnswered }: { isAnswered: boolean }): void {
    if (!seat.jobs.delete(job)) return;
    const owner = this.#owners.get(job.ownerId);
    const domain = owner?.domains.get(job.domain);
    if (!owner || !domain) return;
    const now = this.#now = performance.now();
    const time = now - (domain.active.get(job) ?? now);
    domain.active.delete(job);
    owner.doubtful.delete(job);
    this.#learn(domain, { time, isAnswered });
    const [behind] = seat.jobs;
    // It was waited for only once the one before it was done.
    if (behind) owner.domains.get(behind.domain)?.active.set(behind, now);
    else owner.seats--;
    this.#tidy(job.ownerId, owner, job.domain);
  }

  /** The owner with the fewest connections who may have one more, and one of their domains. */
  #chosen(): Found | undefined {
    let best: Found | undefined;
    for (const [ownerId, owner] of this.#owners) {
      if (owner.waiting === 0 || owner.seats >= this.#mostOfOwner) continue;
      if (best && best.owner.seats <= owner.seats) continue;
      best = this.#startable(ownerId, owner) ?? best;
    }
    return best;
  }

  #behind({ ownerId, domain: name }: Job): Found | undefined {
    const owner = this.#owners.get(ownerId);
    if (!owner || owner.waiting === 0) return undefined;
    // Else this connection would never be free for those with fewer.
    const isOver = this.#owners.size > 1 && owner.seats > 1 &&
      (this.#chosen()?.owner.seats ?? Infinity) < owner.seats - 1;
    if (isOver) return undefined;
    const domain = owner.domains.get(name);
    // More of the same waits for nobody but its own.
    const same = domain?.waiting.size
      ? { ownerId, owner, name, domain }
      : undefined;
    return this.#startable(ownerId, owner) ?? same;
  }

  #startable(ownerId: string, owner: Owner): Found | undefined {
    for (const [name, domain] of owner.domains) {
      if (domain.waiting.size === 0) continue;
      const found = { ownerId, owner, name, domain };
      if (domain.isSlow === false && !this.#isStuck(domain)) return found;
      const hasShare = domain.active.size < this.#share(OF_A_SLOW_DOMAIN);
      if (hasShare && !this.#isHeldUp(owner)) return found;
    }
    return undefined;
  }

  /** Whether an owner already waits for slow domains as much as may be. */
  #isHeldUp({ doubtful, domains }: Owner): boolean {
    if (doubtful.size < this.#share(OF_SLOW_DOMAINS)) return false;
    for (const { domain } of doubtful) {
      const slow = domains.get(domain);
      if (slow) return this.#isStuck(slow);
    }
    return false;
  }

  #isStuck({ active }: Domain): boolean {
    for (const since of active.values()) {
      return this.#isLong(this.#now - since);
    }
    return false;
  }

  /** Where everything takes its time nothing is slow. */
  #isLong(time: number): boolean {
    return time > LATE || (time > SOON && time > SLOWER * this.#quickest);
  }

  #learn(
    domain: Domain,
    { time, isAnswered }: { time: number; isAnswered: boolean },
  ): void {
    if (isAnswered) {
      this.#quickest = time < this.#quickest
        ? time
        : this.#quickest + (time - this.#quickest) * FORGETTING;
    }
    const isSlow = this.#isLong(time);
    if (isAnswered || isSlow) domain.isSlow = isSlow;
  }

  #newDomain({ ownerId, domain }: Job): Domain {
    const isSlow = this.#known.get(keyOf(ownerId, domain));
    return { waiting: new Set(), active: new Map(), isSlow };
  }

  #remember(key: string, isSlow: boolean): void {
    this.#known.set(key, isSlow);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST_KNOWN && oldest) this.#known.delete(oldest);
  }

  get #mostOfOwner(): number {
    return this.#connections - Math.floor(this.#connections / LEFT_BY_OWNER);
  }

  #share(part: number): number {
    return Math.max(1, Math.floor(this.#connections / part));
  }

  /** Whoever just had a turn has the next one last. */
  #goLast({ ownerId, owner, name, domain }: Found): void {
    if (owner.domains.size > 1) {
      owner.domains.delete(name);
      owner.domains.set(name, domain);
    }
    if (this.#owners.size > 1) {
      this.#owners.delete(ownerId);
      this.#owners.set(ownerId, owner);
    }
  }

  #tidy(ownerId: string, owner: Owner, name: string): void {
    const domain = owner.domains.get(name);
    if (domain?.waiting.size === 0 && domain.active.size === 0) {
      owner.domains.delete(name);
      if (domain.isSlow !== undefined) {
        this.#remember(keyOf(ownerId, name), domain.isSlow);
      }
    }
    if (owner.domains.size === 0) this.#owners.delete(ownerId);
  }
}

interface Found {
  ownerId: string;
  owner: Owner;
  name: string;
  domain: Domain;
}

function newOwner(): Owner {
  return { domains: new Map(), waiting: 0, seats: 0, doubtful: new Set() };
}

function keyOf(ownerId: string, domain: string): string {
  return `${ownerId} ${domain}`;
}
