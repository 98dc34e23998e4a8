import { z } from "zod";
import { Conflict } from "../errors.ts";
import { Collection, type Store, type Transaction } from "../storage/mod.ts";
import { digest } from "./secret.ts";

const MINUTE = 60 * 1000;

/** How many tries are free in a window of time. */
export interface Limit {
  tries: number;
  /** Milliseconds, from the first try on. */
  window: number;
}

/** The limits that hold when none are given. */
const LIMITS = {
  /** Passwords tried for one address. */
  password: { tries: 10, window: 15 * MINUTE },
  /** Passwords tried from one network; more, since offices share an address. */
  passwordFrom: { tries: 50, window: 15 * MINUTE },
  /** Account mails asked for one address. */
  mail: { tries: 5, window: 60 * MINUTE },
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
    const end = new Date(this.#store.now().getTime() + limit.window);
    const { count, expiresAt } = previous ?? { count: 0, expiresAt: end };
    return {
      next: { id, count: count + 1, expiresAt },
      isOver: count >= limit.tries,
      ...previous ? { previous } : {},
    };
  }

  #assertWithin(counted: Counted[]): void {
    const over = counted.filter(({ isOver }) => isOver);
    if (over.length === 0) return;
    const ends = over.map(({ next }) => next.expiresAt.getTime());
    const left = Math.max(...ends) - this.#store.now().getTime();
    const minutes = Math.ceil(left / MINUTE);
    const time = minutes === 1 ? "a minute" : `${minutes} minutes`;
    throw new Conflict(`Too many tries. Try again in ${time}.`);
  }
}

interface Counted {
  previous?: Tries;
  next: Tries;
  isOver: boolean;
}

function idOf({ kind, of }: Subject): string {
  return digest(`${kind} ${of}`);
}
