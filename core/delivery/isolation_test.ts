import assert from "node:assert/strict";
import fc from "fast-check";
import { attemptIdOf, type MailingAttempt } from "../attempts/attempt.ts";
import { Attempts } from "../attempts/attempts.ts";
import { lineOf, sheetIdOf } from "../attempts/sheet.ts";
import type { MailingRun } from "../mailings/run.ts";
import { Runs } from "../mailings/runs.ts";
import type { Store } from "../storage/mod.ts";
import { withStore } from "../storage/testing/memory_store.ts";
import { Backlog } from "./backlog.ts";
import { Mailbox } from "./mailbox.ts";
import { claimPlan } from "./planner.ts";
import { POLICY } from "./policy.ts";
import { StatisticsOffice } from "./statistics.ts";
import { Tally } from "./tally.ts";

const OWNERS = ["owner-a", "owner-b"] as const;
const AT = new Date("2030-01-01T00:00:00Z");
const RUN_IDS = ["m1-1", "m1-2"];
const CLIENTS = ["c1", "c2", "c3"];
const OUTCOMES = ["delivered", "deferred", "refused", "unknown"] as const;

/** Something that one of the owners has done, under ids that the other uses too. */
interface Act {
  owner: number;
  kind: keyof typeof ACTS;
  run: number;
  client: number;
  outcome: number;
}

interface Place {
  store: Store;
  run: MailingRun;
  seq: number;
  attempt: MailingAttempt;
}

/** Everything that writes under the id of a run or a mailing. */
const ACTS = {
  begin: ({ store, run }: Place) => new Runs(store).of(run.ownerId).insert(run),
  push: ({ store, run, seq }: Place) =>
    store.transact((tx) => {
      const shard = { ownerId: run.ownerId, runId: run.id, number: 0 };
      const person = { seq, clientId: CLIENTS[seq]!, email: "a@b.c", name: "" };
      const block = { tries: 0, since: AT, people: [person] };
      new Backlog(store).push(tx, shard, { dueAt: AT, block });
      new Backlog(store).openShard(tx, { ...shard, dueAt: AT });
    }),
  clear: ({ store, run }: Place) => new Backlog(store).clear(run, { ttl: 100 }),
  claim: ({ store, run }: Place) =>
    new Backlog(store).claim(
      { ownerId: run.ownerId, runId: run.id, number: 0 },
      { ttl: 60_000 },
    ),
  claimPlan: ({ store, run }: Place) => claimPlan(store, run, POLICY),
  plan: ({ store, run }: Place) =>
    store.transact((tx) =>
      new Tally(store).plan(tx, run, { planned: 2, skipped: 1 })
    ),
  block: ({ store, run }: Place) =>
    store.transact((tx) => new Tally(store).block(tx, run, 1)),
  settle: ({ store, attempt }: Place) =>
    store.transact((tx) => {
      new Tally(store).settle(tx, [attempt]);
      new Attempts(store).put(attempt, tx);
    }),
  sheet: ({ store, run, seq, attempt }: Place) =>
    store.transact((tx) =>
      new Attempts(store).putSheet({
        id: sheetIdOf(run.id, seq),
        ownerId: run.ownerId,
        mailingId: run.mailingId,
        runId: run.id,
        firstClientId: attempt.clientId,
        lines: [lineOf(attempt, seq)],
      }, tx)
    ),
  skip: ({ store, attempt }: Place) =>
    store.transact((tx) =>
      new Attempts(store).putSkipped({ ...attempt, reason: "deleted" }, tx)
    ),
  mail: ({ store, run, seq }: Place) =>
    new Mailbox(store).keep({
      from: { name: "", address: "news@sendoff.example" },
      to: { name: "", address: "ann@example.com" },
      subject: run.ownerId,
      text: "",
      html: "",
      headers: {},
      messageId: `${run.id}.${seq}@sendoff.example`,
      date: AT,
    }, { kind: "mailing", ownerId: run.ownerId }),
  forget: async ({ store, run }: Place) => {
    await new Tally(store).remove(run);
    await new Tally(store).removeMailing({ ...run, id: run.mailingId });
    await new Attempts(store).of(run.ownerId).removeRun(run.id);
    await new Mailbox(store).of(run.ownerId).removeAll();
    await new Runs(store).of(run.ownerId).remove(run.id);
  },
};

const anAct: fc.Arbitrary<Act> = fc.record({
  owner: fc.nat(1),
  kind: fc.constantFrom(...Object.keys(ACTS) as (keyof typeof ACTS)[]),
  run: fc.nat(1),
  client: fc.nat(2),
  outcome: fc.nat(3),
});

Deno.test("an owner's store is the same whatever another does under the same ids", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anAct, { minLength: 1, maxLength: 40 }),
      async (acts) => {
        for (const owner of OWNERS.keys()) {
          const own = acts.filter((act) => act.owner === owner);
          const together = await seenAfter(acts, owner);
          const alone = await seenAfter(own, owner);
          assert.deepEqual(together, alone);
        }
      },
    ),
    { numRuns: 60 },
  );
});

async function seenAfter(
  acts: readonly Act[],
  owner: number,
): Promise<unknown> {
  let seen: unknown;
  await withStore(async ({ store }) => {
    for (const act of acts) {
      // What one owner may not do twice says nothing of the other.
      await ACTS[act.kind](placeOf(store, act)).catch(() => {});
    }
    seen = await Promise.all(
      RUN_IDS.map((_, run) => seenOf(store, runOf(OWNERS[owner]!, run))),
    );
  });
  return seen;
}

function placeOf(store: Store, { owner, run, client, outcome }: Act): Place {
  const one = runOf(OWNERS[owner]!, run);
  const attempt: MailingAttempt = {
    id: attemptIdOf(one.id, client, 1),
    ownerId: one.ownerId,
    mailingId: one.mailingId,
    runId: one.id,
    clientId: CLIENTS[client]!,
    email: `${one.ownerId}@example.com`,
    name: one.ownerId,
    number: 1,
    at: AT,
    outcome: OUTCOMES[outcome]!,
    reply: one.ownerId,
  };
  return { store, run: one, seq: client, attempt };
}

function runOf(ownerId: string, index: number): MailingRun {
  return {
    id: RUN_IDS[index]!,
    ownerId,
    mailingId: "m1",
    dueAt: AT,
    startedAt: AT,
    state: "sending",
    text: { subject: ownerId, body: ownerId },
    from: { name: ownerId, address: "a@b.c", replyTo: "a@b.c" },
    audience: { kind: "everyone" },
    plan: { planned: 0, skipped: 0 },
  };
}

/** Everything that an owner can see of a run, its mailing and the mail that was kept. */
async function seenOf(store: Store, run: MailingRun): Promise<unknown> {
  const backlog = new Backlog(store);
  const tally = new Tally(store);
  const statistics = new StatisticsOffice(store);
  const own = new Attempts(store).of(run.ownerId);
  const mailing = { ...run, id: run.mailingId };
  const planning = await claimPlan(store, run, POLICY);
  return {
    run: await new Runs(store).of(run.ownerId).find(run.id),
    active: await new Runs(store).activeOf(run.ownerId, run.mailingId),
    waiting: await Array.fromAsync(backlog.iterate(run)),
    shards: await backlog.dueShards(run, AT, 10),
    inHand: await backlog.inHand(run),
    mayPlan: planning !== undefined,
    settled: await tally.settledOf(run),
    totals: [await tally.of(run), await tally.ofMailing(mailing)],
    numbers: await statistics.ofRun(run),
    ofMailing: await statistics.ofMailing(mailing),
    moments: await statistics.moments(run),
    recent: await statistics.recentFailures(run.ownerId),
    tries: await Array.fromAsync(own.iterate(run.id)),
    failures: await own.failuresOfMailing(run.mailingId),
    skipped: await own.skippedIn(run.id, { limit: 10 }),
    mails: await new Mailbox(store).of(run.ownerId).list({ limit: 10 }),
  };
}
