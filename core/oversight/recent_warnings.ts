import { z } from "zod";
import type { Log } from "../log.ts";
import { Collection, newId, type Store } from "../storage/mod.ts";

const SHOWN = 50;
const KEPT_FOR = 7 * 24 * 60 * 60_000;
/** A fault that repeats itself is written down once in so long a time. */
const ONCE_IN = 60_000;
/** What a process writes down in that time at most. */
const MOST = 50;
const LONGEST = 2_000;

/** Something that whoever runs the service should know of. */
export const Warning = z.object({
  id: z.string(),
  at: z.date(),
  level: z.enum(["warn", "error"]),
  message: z.string(),
});
export type Warning = z.infer<typeof Warning>;

/** The last warnings and errors of all processes: one may send what another shows. */
export class RecentWarnings {
  readonly #store: Store;
  readonly #kept: Collection<Warning>;
  readonly #writing = new Set<Promise<void>>();
  /** What was written down lately. */
  #lately = new Set<string>();
  #since = 0;

  constructor(store: Store) {
    this.#store = store;
    this.#kept = new Collection<Warning>(store, {
      name: "warnings",
      schema: Warning,
      version: 1,
      indexes: {},
      expiresAt: ({ at }) => new Date(at.getTime() + KEPT_FOR),
    });
  }

  /** The newest first, 50 at most. */
  async list(): Promise<Warning[]> {
    await this.idle();
    const { items } = await this.#kept.list({ reverse: true, limit: SHOWN });
    return items;
  }

  /** Keeps one more, unless the same was kept a moment ago. */
  add(level: Warning["level"], message: string): void {
    const at = this.#store.now();
    if (at.getTime() - this.#since > ONCE_IN) {
      this.#since = at.getTime();
      this.#lately = new Set();
    }
    if (this.#lately.has(message) || this.#lately.size >= MOST) return;
    this.#lately.add(message);
    const warning = {
      id: newId(at),
      at,
      level,
      message: message.slice(0, LONGEST),
    };
    const writing: Promise<void> = this.#store
      .transact((tx) => this.#kept.put(warning, {}, tx))
      // A store that takes no warning is told of by the log alone.
      .catch(() => {})
      .finally(() => this.#writing.delete(writing));
    this.#writing.add(writing);
  }

  /** Settles once all of them are written down. */
  async idle(): Promise<void> {
    await Promise.all(this.#writing);
  }

  /** A log whose warnings and errors are kept here, whatever of them it tells. */
  listeningTo(log: Log): Log {
    const kept = (level: Warning["level"]) => (message: string) => {
      this.add(level, message);
      log[level](message);
    };
    return { ...log, warn: kept("warn"), error: kept("error") };
  }
}
