import assert from "node:assert/strict";
import { createPasswords } from "../../core/access/passwords.ts";
import { type Core, createCore } from "../../core/core.ts";
import type { Schedule } from "../../core/mailings/schedule.ts";
import { createStore } from "../../core/storage/mod.ts";
import { deliver } from "./deliver.ts";
import { ExpectedMailing } from "./calendar_model.ts";
import type { Chance } from "./seeded.ts";

/** Thirty days in which clocks are changed, north and south. */
export const SEASONS = {
  "the spring of 2026": "2026-03-07T13:00:00Z",
  "the autumn of 2026": "2026-10-03T03:00:00Z",
  "the autumn of 2018, when Brazil changed at midnight": "2018-10-26T03:00:00Z",
};

const ZONES = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "America/Sao_Paulo",
  "UTC",
];
/** Hours at which clocks are changed somewhere, and others. */
const TIMES = ["00:00", "00:30", "01:45", "02:00", "02:15", "02:30", "09:00"];
const REPEATS = ["daily", "daily", "weekly", "monthly", "once"] as const;
const MAILINGS = 12;
const CLIENTS = 2;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const PERIOD = 30 * DAY;

interface Watched {
  id: string;
  expected: ExpectedMailing;
}

/** What happened in thirty days. */
export interface Month {
  runs: number;
  missed: number;
}

/** Goes through thirty days with mailings, outages and a clock that jumps; throws if anything is wrong. */
export async function month(start: string, chance: Chance): Promise<Month> {
  const kv = await Deno.openKv(":memory:");
  try {
    const calendar = new Calendar(kv, Date.parse(start), chance);
    await calendar.begin();
    await calendar.live();
    return await calendar.assertAsExpected();
  } finally {
    kv.close();
  }
}

class Calendar {
  readonly #kv: Deno.Kv;
  readonly #chance: Chance;
  readonly #start: number;
  readonly #mails: string[] = [];
  readonly #watched: Watched[] = [];
  #now: number;
  #ownerId = "";
  #core: Core | undefined;

  constructor(kv: Deno.Kv, start: number, chance: Chance) {
    this.#kv = kv;
    this.#chance = chance;
    this.#start = start;
    this.#now = start;
  }

  /** Makes the owner and the mailings. */
  async begin(): Promise<void> {
    const core = this.#core = await this.#newCore();
    const owner = await core.users.create({
      email: "owner@example.com",
      name: "Harbour Books",
      password: "correct horse",
      groups: ["owner"],
      timeZone: "UTC",
    });
    this.#ownerId = owner.id;
    await core.clients.of(owner.id).createMany(
      Array.from({ length: CLIENTS }, (_, n) => ({
        email: `client${n}@example.com`,
        name: `Client ${n}`,
      })),
    );
    const text = await core.messages.of(owner.id)
      .create({ subject: "News", body: "Dear {{name}}" });
    for (let n = 0; n < MAILINGS; n++) await this.#launch(core, text.id);
  }

  /** Lets the days pass, with whatever happens in them. */
  async live(): Promise<void> {
    const { between, next } = this.#chance;
    while (this.#now < this.#start + PERIOD) {
      const what = next();
      if (what < 0.03) this.#now += between(3 * HOUR, 4 * DAY);
      else if (what < 0.06) this.#now -= between(MINUTE, 2 * DAY);
      else this.#now += between(MINUTE, 80 * MINUTE);
      // After an outage it is another process that goes on.
      if (what < 0.05) this.#core = await this.#newCore();
      if (what > 0.97) await this.#pauseOrResume();
      await this.#look({ isCutShort: next() < 0.1 });
    }
    await this.#end();
  }

  /** Compares what went out with what was to go out. */
  async assertAsExpected(): Promise<Month> {
    const core = this.#running;
    let total = { runs: 0, missed: 0 };
    let delivered = 0;
    for (const { id, expected } of this.#watched) {
      const runs = await Array.fromAsync(
        core.runs.of(this.#ownerId).iterateOf(id),
      );
      const { missed, schedule } = await core.mailings.of(this.#ownerId)
        .get(id);
      const what = JSON.stringify(schedule);
      const dueAt = runs.map((run) => run.dueAt.toISOString()).sort();
      const wanted = [...expected.served].sort((a, b) => a - b)
        .map((at) => new Date(at).toISOString());
      assert.deepEqual(dueAt, wanted, what);
      assert.equal(missed, expected.missed, what);
      for (const run of runs) {
        assert.equal(run.state, "finished", what);
        const totals = await core.delivery.totals(run);
        assert.equal(totals.delivered + totals.skipped, CLIENTS, what);
        // What was cut short gives way to a later occurrence, or to the end.
        const givesWay = schedule?.endsAt !== undefined ||
          runs.some(({ dueAt }) => dueAt > run.dueAt);
        assert.ok(totals.skipped === 0 || givesWay, what);
        delivered += totals.delivered;
      }
      total = {
        runs: total.runs + runs.length,
        missed: total.missed + missed,
      };
    }
    assert.equal(this.#mails.length, delivered, "mails");
    assert.ok(delivered > total.runs * CLIENTS / 2, `${delivered} delivered`);
    assert.equal(new Set(this.#mails).size, this.#mails.length, "repeats");
    return total;
  }

  get #running(): Core {
    assert.ok(this.#core);
    return this.#core;
  }

  /** A round of delivering; cut short, it starts what is due and sends none of it. */
  async #look({ isCutShort }: { isCutShort: boolean }): Promise<void> {
    for (const { expected } of this.#watched) expected.look(this.#now);
    await deliver(
      this.#running,
      isCutShort ? AbortSignal.abort() : undefined,
    );
  }

  async #pauseOrResume(): Promise<void> {
    const own = this.#running.mailings.of(this.#ownerId);
    const { id, expected } = this.#chance.pick(this.#watched);
    const { status } = await own.get(id);
    if (status === "paused") await this.#resume({ id, expected });
    if (status !== "scheduled" && status !== "running") return;
    await own.pause(id);
    expected.pause();
  }

  async #resume({ id, expected }: Watched): Promise<void> {
    const own = this.#running.mailings.of(this.#ownerId);
    // What passed while it was held is not sent unless its owner says so.
    if ((await own.resumption(id)).overdue) return void await own.cancel(id);
    await own.resume(id);
    expected.resume(this.#now);
  }

  /** Lets everything that was held or cut short come to its end. */
  async #end(): Promise<void> {
    const own = this.#running.mailings.of(this.#ownerId);
    for (const watched of this.#watched) {
      const { status } = await own.get(watched.id);
      if (status === "paused") await this.#resume(watched);
    }
    // What began while the clock was ahead is due once it is there again.
    this.#now += 5 * DAY;
    await this.#look({ isCutShort: false });
    await this.#look({ isCutShort: false });
  }

  async #launch(core: Core, textId: string): Promise<void> {
    const schedule = this.#anySchedule();
    const { id } = await core.mailings.of(this.#ownerId).create({
      name: `${schedule.repeat} in ${schedule.timeZone}`,
      textId,
      audience: { kind: "everyone" },
      schedule,
    }, { launch: true });
    const until = this.#start + PERIOD + 10 * DAY;
    const from = this.#start;
    const expected = new ExpectedMailing(schedule, { from, until });
    this.#watched.push({ id, expected });
  }

  #anySchedule(): Schedule {
    const { between, next, pick } = this.#chance;
    const day = (least: number, most: number) =>
      new Date(this.#start + between(least, most) * DAY)
        .toISOString().slice(0, 10);
    const startsAt = `${day(1, 4)}T${pick(TIMES)}`;
    return {
      startsAt,
      timeZone: pick(ZONES),
      repeat: pick(REPEATS),
      ...(next() < 0.2 && { endsAt: `${day(12, 28)}T${pick(TIMES)}` }),
    };
  }

  #newCore(): Promise<Core> {
    return createCore({
      store: createStore(this.#kv, { now: () => new Date(this.#now) }),
      transport: {
        name: "none",
        send: (_letter, { messageId }) => {
          this.#mails.push(messageId);
          return Promise.resolve({ kind: "delivered", reply: "250 Ok" });
        },
        close: () => Promise.resolve(),
      },
      baseUrl: "https://sendoff.example",
      mailFrom: "news@sendoff.example",
      passwords: createPasswords({ cost: { N: 2, r: 1, p: 1 } }),
      policy: { poll: 1 },
    });
  }
}
