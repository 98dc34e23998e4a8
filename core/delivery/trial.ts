import type { Settled } from "../mailings/run.ts";
import type { Outcome } from "./outcome.ts";
import type { HaltingPolicy } from "./policy.ts";

/** How long to wait before asking again whether to go on waiting, in milliseconds. */
const NAP = 200;

/**
 * Keeps so few of a run's messages under way that its limit of failures can act: each of them
 * counts as failed until it is not. What is delivered makes room for more.
 */
export class Trial {
  readonly #policy: HaltingPolicy;
  readonly #onExceeded: () => void;
  readonly #passed = Promise.withResolvers<void>();
  #waiting: (() => void)[] = [];
  #settled = 0;
  #failed = 0;
  #underWay = 0;

  constructor(policy: HaltingPolicy, onExceeded: () => void) {
    this.#policy = policy;
    this.#onExceeded = onExceeded;
  }

  /** Whether more has failed than may. */
  get isExceeded(): boolean {
    const { least, share } = this.#policy;
    return this.#settled >= least && this.#failed > share * this.#settled;
  }

  /** Whether as many are settled as it takes to tell. */
  get isPassed(): boolean {
    return this.#settled >= this.#policy.least && !this.isExceeded;
  }

  /** Settles once it is passed, or nobody holds it any more. */
  get over(): Promise<void> {
    return this.#passed.promise;
  }

  /** Nobody holds it any more. */
  end(): void {
    this.#passed.resolve();
  }

  /** Begins from what is known to be settled. */
  begin({ settled, failed }: Pick<Settled, "settled" | "failed">): void {
    this.#settled = settled;
    this.#failed = failed;
    this.#wakeAll();
  }

  /** Waits until one more may be under way; false once none is wanted any more. */
  enter(mayGoOn: () => boolean): Promise<boolean> | boolean {
    if (!this.#hasRoom) return this.#wait(mayGoOn);
    this.#underWay++;
    return true;
  }

  /** One is under way no more; with its outcome once that is kept. */
  leave(outcome?: Outcome): void {
    this.#underWay--;
    if (outcome) this.#count(outcome);
    if (this.isPassed) this.end();
    if (this.isExceeded) this.#onExceeded();
    else this.#wakeAll();
  }

  async #wait(mayGoOn: () => boolean): Promise<boolean> {
    while (!this.#hasRoom) {
      if (!mayGoOn()) return false;
      await this.#nap();
    }
    this.#underWay++;
    return true;
  }

  #nap(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, NAP);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #wakeAll(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  #count({ kind }: Outcome): void {
    if (kind === "deferred" || kind === "unavailable") return;
    this.#settled++;
    if (kind !== "delivered") this.#failed++;
  }

  get #hasRoom(): boolean {
    if (this.isExceeded) return false;
    return this.#underWay < this.#untilExceeded + this.#policy.beyond;
  }

  /** How many failures in a row reach the limit. */
  get #untilExceeded(): number {
    const { least, share } = this.#policy;
    const untilShare = (share * this.#settled - this.#failed) / (1 - share);
    return Math.max(least - this.#settled, Math.floor(untilShare), 0);
  }
}
