import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import type { Core } from "../../core/core.ts";
import { verify } from "../../core/upkeep/verify.ts";
import { withFolder } from "../../tasks/test_command.ts";
import { makeDueMailing, onStore } from "../journeys/due_mailing.ts";
import { FaultServer } from "./fault_server.ts";
import { WORKER_POLICY } from "./worker.ts";

const WORKER = fileURLToPath(new URL("./worker.ts", import.meta.url));
const POLL = 20;
const TOO_LONG = 120_000;

/** A due mailing in a store file, a mail server to take it, and workers to be started. */
export class MassMailing {
  readonly server: FaultServer;
  readonly recipients: number;
  readonly #path: string;
  readonly #mailing: { ownerId: string; id: string };
  readonly #workers = new Set<Deno.ChildProcess>();

  private constructor(
    made: { server: FaultServer; recipients: number; path: string },
    mailing: { ownerId: string; id: string },
  ) {
    this.server = made.server;
    this.recipients = made.recipients;
    this.#path = made.path;
    this.#mailing = mailing;
  }

  /** Works with a mailing of its own, and clears everything away. */
  static async with(
    recipients: number,
    work: (mailing: MassMailing) => Promise<void>,
  ): Promise<void> {
    await withFolder(async (folder) => {
      const path = `${folder}/sendoff.db`;
      await using server = await FaultServer.start({ pipelining: true });
      const made = await onStore(
        path,
        (core) => makeDueMailing(core, { clients: recipients }),
      );
      const mailing = new MassMailing({ server, recipients, path }, made);
      try {
        await work(mailing);
      } finally {
        for (const worker of mailing.#workers) await killed(worker);
      }
    });
  }

  /** How many mails more than one to each the server has taken. */
  get repeats(): number {
    const { taken } = this.server;
    return taken.length - new Set(taken.map(({ to }) => to)).size;
  }

  /** How many tries are written down as in doubt. */
  async doubts(): Promise<number> {
    let doubts = 0;
    await onStore(this.#path, async (core) => {
      const run = await this.#run(core);
      ({ doubts } = await core.statistics.ofRun(run));
    });
    return doubts;
  }

  /** Starts a worker as a process of its own. */
  start(): Deno.ChildProcess {
    const worker = new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "--quiet",
        "--no-check",
        "-A",
        WORKER,
        this.#path,
        `smtp://127.0.0.1:${this.server.port}`,
      ],
      stdin: "null",
      stdout: "null",
      stderr: "inherit",
    }).spawn();
    this.#workers.add(worker);
    return worker;
  }

  /** Kills a worker on the spot. */
  async kill(worker: Deno.ChildProcess): Promise<void> {
    this.#workers.delete(worker);
    await killed(worker);
  }

  /** Ends a worker as one ends a service; it says goodbye with status 0. */
  async end(worker: Deno.ChildProcess): Promise<void> {
    worker.kill("SIGTERM");
    const { code } = await worker.status;
    this.#workers.delete(worker);
    assert.equal(code, 0);
  }

  /** Waits until the server has taken so many mails. */
  async taken(count: number): Promise<void> {
    await until(() => this.server.taken.length >= count);
  }

  /** Waits until each has their mail, or nobody gets any more for a while. */
  async quiet(ms: number): Promise<void> {
    let seen = -1;
    let since = 0;
    await until(() => {
      const { length } = this.server.taken;
      if (length !== seen) since = performance.now();
      seen = length;
      return length - this.repeats >= this.recipients ||
        performance.now() - since > ms;
    });
  }

  /** Waits until each has their mail and the run is finished. */
  async finished(): Promise<void> {
    await until(() =>
      this.server.taken.length - this.repeats >= this.recipients
    );
    await onStore(
      this.#path,
      (core) => until(async () => (await this.#run(core)).state === "finished"),
    );
  }

  /** Asserts that nobody was left out, and how often mails were repeated at most. */
  async assertWhole({ interruptions }: { interruptions: number }) {
    const { taken } = this.server;
    const reached = new Set(taken.map(({ to }) => to));
    const different = new Set(taken.map(({ messageId }) => messageId));
    assert.equal(reached.size, this.recipients);
    assert.equal(different.size, this.recipients, "different message ids");
    const bound = interruptions * WORKER_POLICY.inFlight;
    assert.ok(
      this.repeats <= bound,
      `${this.repeats} repeats, ${bound} may be`,
    );
    await onStore(this.#path, (core) => this.#assertAgrees(core, reached));
  }

  async #assertAgrees(core: Core, reached: Set<string>): Promise<void> {
    const run = await this.#run(core);
    const totals = await core.delivery.totals(run);
    assert.deepEqual(
      [run.state, totals.planned, totals.delivered, totals.waiting],
      ["finished", this.recipients, this.recipients, 0],
    );
    const told = new Set<string>();
    const { ownerId } = this.#mailing;
    for await (const record of core.attempts.of(ownerId).iterate(run.id)) {
      if (record.outcome === "delivered") told.add(record.email);
    }
    assert.equal(told.size, reached.size, "attempts");
    assert.ok(told.isSupersetOf(reached), "attempts of others");
    const { counters, indexes } = await verify(core.store, { repair: false });
    assert.deepEqual(counters, []);
    for (const [name, report] of Object.entries(indexes)) {
      assert.deepEqual(report, { removed: 0, added: 0, clashes: 0 }, name);
    }
  }

  async #run(core: Core) {
    const { ownerId, id } = this.#mailing;
    const runs = await Array.fromAsync(core.runs.of(ownerId).iterateOf(id));
    assert.equal(runs.length, 1, "runs");
    return runs[0]!;
  }
}

/** Waits until something is so. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const start = performance.now();
  while (!await isSo()) {
    if (performance.now() - start > TOO_LONG) throw new Error("Too long");
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}

async function killed(worker: Deno.ChildProcess): Promise<void> {
  try {
    worker.kill("SIGKILL");
  } catch {
    // It has ended by itself.
  }
  await worker.status;
}
