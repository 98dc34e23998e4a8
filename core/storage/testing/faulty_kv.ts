import type { Kv } from "../patient_kv.ts";

/** What goes wrong with one commit: it clashes, the file is locked, or the process dies before or after it. */
export type Fault = "clash" | "locked" | "crash" | "crash after";

/** Stands for the death of the process in the midst of a commit. */
export class Crash extends Error {}

/** A real KV whose next commits and reads fail as told. */
export class FaultyKv implements Kv {
  /** What happens to the next commits, in order. */
  readonly commitFaults: (Fault | undefined)[] = [];
  /** How many of the next reads find the file locked. */
  lockedReads = 0;
  /** Runs before each commit, with its mutations. */
  beforeCommit: (mutations: readonly Deno.KvMutation[]) => Promise<void> = () =>
    Promise.resolve();
  /** The mutations of every commit that was tried. */
  readonly tried: Deno.KvMutation[][] = [];
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  get: Deno.Kv["get"] = async (...args) => {
    this.#maybeLocked();
    return await this.#kv.get(...args);
  };

  getMany: Deno.Kv["getMany"] = async (...args) => {
    this.#maybeLocked();
    return await this.#kv.getMany(...args);
  };

  list: Deno.Kv["list"] = (...args) => {
    this.#maybeLocked();
    return this.#kv.list(...args);
  };

  atomic: Deno.Kv["atomic"] = () => {
    const atomic = this.#kv.atomic();
    const commit = atomic.commit.bind(atomic);
    const mutate = atomic.mutate.bind(atomic);
    let mutations: Deno.KvMutation[] = [];
    atomic.mutate = (...given) => {
      mutations = given;
      return mutate(...given);
    };
    atomic.commit = async () => {
      this.tried.push(mutations);
      await this.beforeCommit(mutations);
      const fault = this.commitFaults.shift();
      if (fault === "clash") return { ok: false };
      if (fault === "locked") throw lockedError();
      if (fault === "crash") throw new Crash("before the commit");
      const result = await commit();
      if (fault === "crash after") throw new Crash("after the commit");
      return result;
    };
    return atomic;
  };

  close: Deno.Kv["close"] = () => this.#kv.close();

  #maybeLocked(): void {
    if (this.lockedReads > 0) {
      this.lockedReads--;
      throw lockedError();
    }
  }
}

function lockedError(): Error {
  return new TypeError("database is locked");
}
