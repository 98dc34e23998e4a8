import type { Kv } from "../../core/storage/patient_kv.ts";
import { Crash } from "../../core/storage/testing/faulty_kv.ts";

/** At which of its calls a process dies, counted from 1; "after" is once a commit is applied. */
export interface Death {
  of: "commits" | "reads";
  at: number;
  when: "before" | "after";
  /** The call fails, once, and the process lives on: the answer was lost on its way. */
  isSurvived?: true;
}

/**
 * A KV as one process sees it, which dies at a call: from then on every call fails and
 * nothing of that process reaches the store any more.
 */
export class MortalKv implements Kv {
  /** How many calls there have been. */
  readonly counts = { commits: 0, reads: 0 };
  /** Hears of the death at once. */
  onDeath: () => void = () => {};
  readonly #kv: Deno.Kv;
  readonly #death: Death | undefined;
  #isDead = false;

  constructor(kv: Deno.Kv, death?: Death) {
    this.#kv = kv;
    this.#death = death;
  }

  /** Whether the process is dead. */
  get isDead(): boolean {
    return this.#isDead;
  }

  get: Deno.Kv["get"] = async (...args) => {
    this.#read();
    return await this.#kv.get(...args);
  };

  getMany: Deno.Kv["getMany"] = async (...args) => {
    this.#read();
    return await this.#kv.getMany(...args);
  };

  list: Deno.Kv["list"] = (...args) => {
    this.#read();
    return this.#kv.list(...args);
  };

  atomic: Deno.Kv["atomic"] = () => {
    const atomic = this.#kv.atomic();
    const commit = atomic.commit.bind(atomic);
    atomic.commit = async () => {
      const isLast = this.#counts("commits");
      if (isLast && this.#death?.when === "before") throw this.#fail();
      const result = await commit();
      if (isLast) throw this.#fail();
      return result;
    };
    return atomic;
  };

  close: Deno.Kv["close"] = () => {};

  /** Ends the process that this is the KV of. */
  die(): Crash {
    if (!this.#isDead) {
      this.#isDead = true;
      this.onDeath();
    }
    return new Crash("the process is dead");
  }

  #read(): void {
    if (this.#counts("reads")) throw this.#fail();
  }

  #fail(): Error {
    return this.#death?.isSurvived
      ? new Crash("the answer is lost")
      : this.die();
  }

  /** Counts a call; whether it is the one to die at. */
  #counts(of: Death["of"]): boolean {
    if (this.#isDead) throw this.die();
    const nth = ++this.counts[of];
    return this.#death?.of === of && this.#death.at === nth;
  }
}
