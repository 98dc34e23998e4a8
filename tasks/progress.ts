import type { Core } from "../core/core.ts";
import type { RunReport } from "../core/delivery/delivery.ts";
import { isActive, type MailingRun } from "../core/mailings/run.ts";
import { coloured, count, draw, isWatched } from "./terminal.ts";

const EVERY = 250;
const WIDTH = 30;
const CLEAR = "\r\x1b[2K";

/** What progress tells besides drawing itself. */
export interface ProgressOptions {
  /** Hears of a run that has ended. */
  onEnded?: (report: RunReport) => Promise<void>;
}

/** Looks how far the active runs have come, again and again, and draws it on a terminal. */
export class Progress {
  readonly #core: Core;
  readonly #options: ProgressOptions;
  readonly #seen = new Map<string, MailingRun>();
  readonly #ending = new AbortController();
  #since: { at: number; done: number } | undefined;

  constructor(core: Core, options: ProgressOptions = {}) {
    this.#core = core;
    this.#options = options;
  }

  /** Looks until `work` is done. */
  async during<T>(work: Promise<T>): Promise<T> {
    if (!isWatched() && !this.#options.onEnded) return await work;
    const looking = this.#keepLooking();
    try {
      return await work;
    } finally {
      this.#ending.abort();
      await looking;
      draw(CLEAR);
    }
  }

  async #keepLooking(): Promise<void> {
    const { signal } = this.#ending;
    while (!signal.aborted) {
      await this.#look();
      await Promise.race([
        new Promise((resolve) => setTimeout(resolve, EVERY)),
        new Promise((resolve) => signal.addEventListener("abort", resolve)),
      ]);
    }
    await this.#look();
  }

  async #look(): Promise<void> {
    const { runs, delivery } = this.#core;
    for await (const run of runs.active()) this.#seen.set(run.id, run);
    let planned = 0, waiting = 0;
    for (const { id, ownerId } of [...this.#seen.values()]) {
      const run = await runs.of(ownerId).find(id);
      if (!run) {
        this.#seen.delete(id);
        continue;
      }
      const totals = await delivery.totals(run);
      planned += totals.planned;
      waiting += totals.waiting;
      if (isActive(run)) continue;
      this.#seen.delete(id);
      await this.#options.onEnded?.({ run, totals });
    }
    if (planned > 0) this.#draw(planned - waiting, planned);
    if (this.#seen.size === 0) this.#since = undefined;
  }

  #draw(done: number, planned: number): void {
    const now = performance.now();
    this.#since ??= { at: now, done };
    const seconds = (now - this.#since.at) / 1_000;
    const rate = seconds > 0 ? (done - this.#since.done) / seconds : 0;
    const left = rate > 0 ? (planned - done) / rate : undefined;
    draw(
      `${CLEAR}${stripe(done / planned)} ${count(done)} of ${count(planned)}` +
        `  ${count(Math.round(rate))}/s${
          left === undefined ? "" : `  ${durationOf(left)} left`
        }`,
    );
  }
}

/** The edge of an airmail envelope, as far as the work has come. */
export function stripe(share: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * WIDTH);
  const band = Array.from({ length: filled }, (_, i) => {
    const place = Math.floor(i / 2) % 3;
    if (place === 1) return "/";
    return coloured("/", place === 0 ? "red" : "blue");
  });
  return band.join("") + coloured("·".repeat(WIDTH - filled), "faded");
}

/** A duration of some seconds, roughly. */
export function durationOf(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 90 * 60) return `${Math.ceil(seconds / 60)} min`;
  return `${Math.ceil(seconds / 3_600)} h`;
}
