import { backoff, type Waiting } from "./backoff.ts";
import type { KeyRange } from "./key_range.ts";
import type { Key } from "./keys.ts";
import { explainRefusal, MAX_KEYS_AT_ONCE } from "./limits.ts";

/** The part of `Deno.Kv` that the storage uses. */
export type Kv = Pick<Deno.Kv, "get" | "getMany" | "list" | "atomic" | "close">;

/** An entry as Deno KV gives it; absent if its versionstamp is null. */
export type Entry = Deno.KvEntryMaybe<unknown>;

/** An atomic operation as plain data, so that it can be tried again. */
export interface Operation {
  checks: readonly Deno.AtomicCheck[];
  mutations: readonly Deno.KvMutation[];
}

/** How long, in milliseconds, and by what means to wait for a locked database. */
export interface PatienceOptions extends Waiting {
  patience: number;
}

/** Deno KV that waits and repeats while another process has the database locked. */
export class PatientKv {
  readonly #kv: Kv;
  readonly #options: PatienceOptions;

  constructor(kv: Kv, options: PatienceOptions) {
    this.#kv = kv;
    this.#options = options;
  }

  /** One entry. */
  get(key: Key): Promise<Entry> {
    return this.#run(() => this.#kv.get<unknown>(key));
  }

  /** Any number of entries, in the order of the keys. */
  async getMany(keys: readonly Key[]): Promise<Entry[]> {
    const reads: Promise<Entry[]>[] = [];
    for (let i = 0; i < keys.length; i += MAX_KEYS_AT_ONCE) {
      reads.push(this.#getFew(keys.slice(i, i + MAX_KEYS_AT_ONCE)));
    }
    return (await Promise.all(reads)).flat();
  }

  /** At most `limit` (up to 1,000) entries of a range, consistent among themselves. */
  list(
    range: KeyRange,
    options: { limit: number; reverse?: boolean },
  ): Promise<Deno.KvEntry<unknown>[]> {
    const { limit, reverse = false } = options;
    return this.#run(() =>
      Array.fromAsync(
        this.#kv.list<unknown>(range, { limit, reverse, batchSize: limit }),
      )
    );
  }

  /** Commits the operation as a whole or, if a check fails, not at all. */
  commit(
    { checks, mutations }: Operation,
  ): Promise<Deno.KvCommitResult | Deno.KvCommitError> {
    const commit = () =>
      this.#kv.atomic().check(...checks).mutate(...mutations).commit();
    return this.#run(commit, mutations);
  }

  /** Closes the database. */
  close(): void {
    this.#kv.close();
  }

  #getFew(keys: Key[]): Promise<Entry[]> {
    return this.#run(() => this.#kv.getMany<unknown[]>(keys));
  }

  async #run<T>(
    action: () => Promise<T>,
    mutations: readonly Deno.KvMutation[] = [],
  ): Promise<T> {
    try {
      return await patiently(action, this.#options);
    } catch (error) {
      throw explainRefusal(error, mutations);
    }
  }
}

/** Runs `action` again and again while it fails because the database is locked, for as long as patience lasts. */
export async function patiently<T>(
  action: () => Promise<T>,
  options: PatienceOptions,
): Promise<T> {
  let waited = 0;
  for (let repetition = 0;; repetition++) {
    try {
      return await action();
    } catch (error) {
      if (!isLocked(error)) throw error;
      if (waited >= options.patience) throw stillLocked(waited, error);
      const ms = Math.min(
        backoff(repetition, options.random),
        options.patience - waited,
      );
      waited += ms;
      await options.sleep(ms);
    }
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof Error &&
    /database (table )?is (locked|busy)|SQLITE_BUSY/i.test(error.message);
}

function stillLocked(waited: number, cause: unknown): Error {
  const seconds = Math.round(waited / 1000);
  return new Error(
    `The database stayed locked by another process for ${seconds} s. Nothing was written; try again later.`,
    { cause },
  );
}
