import type { CounterName, Store } from "../storage/mod.ts";

/** How views are gathered before they are written. */
export interface ViewsOptions {
  store: Store;
  /** Does something later, if the process lasts; without it views wait for more of them. */
  later?: ((work: () => void, ms: number) => void) | undefined;
}

const EVERY_MS = 5_000;

/** Counts how often articles are read, with one write for many views. */
export class Views {
  readonly #options: ViewsOptions;
  #waiting = new Map<string, number>();
  #since = 0;

  constructor(options: ViewsOptions) {
    this.#options = options;
  }

  /** Counts a view; it is written together with others. */
  add(articleId: string): void {
    const { store, later } = this.#options;
    const now = store.now().getTime();
    if (this.#waiting.size === 0) {
      this.#since = now;
      later?.(() => this.#flushSoon(), EVERY_MS);
    }
    this.#waiting.set(articleId, (this.#waiting.get(articleId) ?? 0) + 1);
    if (now - this.#since >= EVERY_MS) this.#flushSoon();
  }

  /** How often each of the articles was read, the views not written yet included. */
  async of(articleIds: readonly string[]): Promise<number[]> {
    const kept = await this.#options.store.counters
      .getMany(articleIds.map(counterOf));
    return kept.map((views, i) =>
      views + (this.#waiting.get(articleIds[i] ?? "") ?? 0)
    );
  }

  /** Writes what was gathered; if that fails it is kept for the next time. */
  async flush(): Promise<void> {
    const { store } = this.#options;
    const views = this.#waiting;
    this.#waiting = new Map();
    const batch = store.batch();
    try {
      for (const [id, n] of views) {
        await batch.unit((tx) => store.counters.add(tx, counterOf(id), n));
      }
      await batch.finish();
    } catch (error) {
      for (const [id, n] of views) {
        this.#waiting.set(id, (this.#waiting.get(id) ?? 0) + n);
      }
      throw error;
    }
  }

  /** Forgets how often an article was read. */
  async forget(articleId: string): Promise<void> {
    this.#waiting.delete(articleId);
    await this.#options.store.counters.removeAll(["article", articleId]);
  }

  #flushSoon(): void {
    // What cannot be written now is written with what comes.
    this.flush().catch(() => {});
  }
}

function counterOf(articleId: string): CounterName {
  return ["article", articleId, "views"];
}
