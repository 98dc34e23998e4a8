import type { Log } from "./log.ts";

const KEPT = 50;

/** Something that whoever runs the service should know of. */
export interface Warning {
  at: Date;
  level: "warn" | "error";
  message: string;
}

/** The last warnings and errors of this process, kept in its memory. */
export class RecentWarnings {
  readonly #now: () => Date;
  readonly #kept: Warning[] = [];

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** The newest first. */
  list(): Warning[] {
    return this.#kept.toReversed();
  }

  /** Keeps one more; the oldest goes when there are too many. */
  add(level: Warning["level"], message: string): void {
    this.#kept.push({ at: this.#now(), level, message });
    if (this.#kept.length > KEPT) this.#kept.shift();
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
