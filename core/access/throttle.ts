import { z } from "zod";
import { Conflict } from "../errors.ts";
import { Collection, type Store, type Transaction } from "../storage/mod.ts";
import { digest } from "./secret.ts";

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

/** How many tries are free in a window of time. */
export interface Limit {
  tries: number;
  /** Milliseconds, from the first try on; where there are waits, from the last. */
  window: number;
  /** Beyond the free tries one is free after a wait, which doubles from the first on. */
  waits?: { first: number; longest: number };
}

/** The limits that hold when none are given. */
const LIMITS = {
  /** Passwords tried for one address by strangers: they are slowed, and lock nobody out for long. */
  password: {
    tries: 10,
    window: DAY,
    waits: { first: MINUTE, longest: 15 * MINUTE },
  },
  /** Passwords tried for somebody from a browser that they signed in with before. */
  devicePassword: { tries: 10, window: 15 * MINUTE },
  /** Mails that tell somebody that strangers try their password. */
  warning: { tries: 1, window: DAY },
  /** Passwords tried from one network; more, since offices share an address. */
  passwordFrom: { tries: 50, window: 15 * MINUTE },
  /** Account mails asked for one address. */
  mail: { tries: 5, window: 60 * MINUTE },
  /** Account mails that somebody asks for from a browser that they signed in with before. */
  deviceMail: { tries: 5, window: 60 * MINUTE },
  /** Account mails asked from one network. */
  mailFrom: { tries: 30, window: 60 * MINUTE },
} satisfies Record<string, Limit>;

/** The kinds of tries that are counted. */
export type Kind = keyof typeof LIMITS;

/** What tries are counted for: an address or a network, by kind. */
export interface Subject {
  kind: Kind;
  of: string;
}

const Tries = z.object({
  /** Digest of kind and subject: what strangers type is not kept. */
  id: z.string(),
  count: z.number(),
  /** Of the last try. */
  at: z.date().optional(),
  expiresAt: z.date(),
});
type Tries = z.infer<typeof Tries>;

/** Counts tries in windows of time, and refuses those beyond a limit. */
export class Throttle {
  readonly #store: Store;
  readonly #limits: Record<Kind, Limit>;
  readonly #tries: Collection<Tries>;

  constructor(store: Store, options: { limits?: Record<Kind, Limit> } = {}) {
    this.#store = store;
    this.#limits = options.limits ?? LIMITS;
    this.#tries = new Collection<Tries>(store, {
      name: "tries",
      schema: Tries,
      version: 1,
      id: (tries) => tries.id,
      expiresAt: (tries) => tries.expiresAt,
      indexes: {},
    });
  }

  /** Counts a try for all the subjects, or throws `Conflict` saying when the next is free. */
  async count(...subjects: Subject[]): Promise<void> {
    await this.#store.transact(async (tx) => {
      const counted = await Promise.all(
        subjects.map((subject) => this.#read(subject, tx)),
      );
      this.#assertWithin(counted);
      for (const { previous, next } of counted) {
        this.#tries.put(next, previous ? { previous } : {}, tx);
      }
    });
  }

  /** Counts a try if it is free; says whether it was. */
  async isFree(...subjects: Subject[]): Promise<boolean> {
    try {
      await this.count(...subjects);
      return true;
    } catch (error) {
      if (error instanceof Conflict) return false;
      throw error;
    }
  }

  /** Whether the next try is not free. */
  async isOver(subject: Subject): Promise<boolean> {
    return await this.#store.transact(async (tx) =>
      (await this.#read(subject, tx)).freeAt !== undefined
    );
  }

  /** Forgets the subject's tries. */
  async forget(subject: Subject): Promise<void> {
    await this.#store.transact(async (tx) => {
      const known = await this.#tries.find(idOf(subject), tx);
      if (known) await this.#tries.remove(known.id, tx);
    });
  }

  /** Takes one counted try back: it turned out to be right. */
  async giveBack(subject: Subject): Promise<void> {
    await this.#store.transact(async (tx) => {
      const known = await this.#tries.find(idOf(subject), tx);
      if (!known) return;
      const next = { ...known, count: Math.max(0, known.count - 1) };
      this.#tries.put(next, { previous: known }, tx);
    });
  }

  async #read(subject: Subject, tx: Transaction): Promise<Counted> {
    const id = idOf(subject);
    const limit = this.#limits[subject.kind];
    const previous = await this.#tries.find(id, tx);
    const now = this.#store.now();
    const end = new Date(now.getTime() + limit.window);
    const { count, expiresAt } = previous ?? { count: 0, expiresAt: end };
    const lasts = limit.waits ? end : expiresAt;
    const next = { id, count: count + 1, at: now, expiresAt: lasts };
    const freeAt = previous && freeAtOf(previous, limit);
    return {
      next,
      ...previous && { previous },
      ...freeAt && freeAt > now && { freeAt },
    };
  }

  #assertWithin(counted: Counted[]): void {
    const ends = counted.flatMap(({ freeAt }) => freeAt?.getTime() ?? []);
    if (ends.length === 0) return;
    const left = Math.max(...ends) - this.#store.now().getTime();
    const minutes = Math.ceil(left / MINUTE);
    const time = minutes === 1 ? "a minute" : `${minutes} minutes`;
    throw new Conflict(`Too many tries. Try again in ${time}.`);
  }
}

interface Counted {
  previous?: Tries;
  next: Tries;
  /** When the next try is free, if it is not by now. */
  freeAt?: Date;
}

/** When a try is free again after those that were made, if it is not at once. */
function freeAtOf(
  { count, at, expiresAt }: Tries,
  { tries, waits }: Limit,
): Date | undefined {
  if (count < tries) return undefined;
  if (!waits || !at) return expiresAt;
  const wait = Math.min(waits.first * 2 ** (count - tries), waits.longest);
  return new Date(at.getTime() + wait);
}

function idOf({ kind, of }: Subject): string {
  return digest(`${kind} ${of}`);
}
