import { type Rate, type Reservation, reserve } from "./bucket.ts";
import { Bulkhead } from "./bulkhead.ts";
import { changeLimit, type LimitParts } from "./limit_records.ts";

/** How long to wait before asking again whether to go on waiting, in milliseconds. */
const NAP = 200;

/** What a pace is kept with. */
export interface PaceParts extends LimitParts {
  limit: Rate;
  /** Waits, in milliseconds. */
  wait: (ms: number) => Promise<void>;
}

/** Who asks to start a message, and whether they still want to. */
export interface Request {
  ownerId: string;
  mayGoOn: () => boolean;
}

/** The right to start a message under a rate, for a short time. */
export interface Token {
  /** Until when, in milliseconds. */
  until: number;
}

/**
 * One rate, shared by all workers: each reserves some messages at a time in one small record.
 * Owners who wait for the same rate get their messages in turns.
 */
export class Pace {
  readonly #parts: PaceParts;
  readonly #turns = new Bulkhead({ inFlight: 1, ownerInFlight: 1 });
  #reserved = 0;
  #until = 0;

  constructor(parts: PaceParts) {
    this.#parts = parts;
  }

  /** Waits until a message may be started; undefined if none is wanted any more. */
  async take({ ownerId, mayGoOn }: Request): Promise<Token | undefined> {
    await this.#turns.enter(ownerId);
    try {
      while (mayGoOn()) {
        if (this.#reserved > 0 && this.#now() <= this.#until) {
          this.#reserved--;
          return { until: this.#until };
        }
        const { wait } = await this.#reserve();
        if (wait > 0) await this.#parts.wait(Math.min(wait, NAP));
      }
      return undefined;
    } finally {
      this.#turns.leave(ownerId);
    }
  }

  /** Whether what was taken may still be used. */
  isFresh({ until }: Token): boolean {
    return this.#now() <= until;
  }

  async #reserve(): Promise<Reservation> {
    const { got, now } = await changeLimit(this.#parts, (kept, now) => {
      const { limit } = this.#parts;
      const { bucket, reservation } = reserve(kept.bucket, now, limit);
      return { next: { ...kept, bucket }, got: reservation };
    });
    this.#reserved = got.messages;
    // However long the commit took, the one who waited for it gets one.
    this.#until = Math.max(now.getTime() + got.validFor, this.#now());
    return got;
  }

  #now(): number {
    return this.#parts.store.now().getTime();
  }
}
