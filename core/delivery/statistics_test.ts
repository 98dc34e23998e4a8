import assert from "node:assert/strict";
import fc from "fast-check";
import type { MailingAttempt } from "../attempts/attempt.ts";
import { recount } from "../upkeep/recount.ts";
import type { Outcome } from "./outcome.ts";
import { DELIVERED, type TestDelivery, withDelivery } from "./test_delivery.ts";

const HOUR = 3_600_000;

/** What the service says to one recipient, try by try; the last again and again. */
type Script = readonly [Outcome, ...Outcome[]];

const LATER: Outcome = { kind: "deferred", reply: "451 4.7.1 Greylisted" };
const FULL: Outcome = { kind: "deferred", reply: "452 4.2.2 Mailbox full" };
const SCRIPTS: readonly Script[] = [
  [DELIVERED],
  [LATER, DELIVERED],
  [LATER, FULL, DELIVERED],
  [{ kind: "refused", reply: "550 5.1.1 No such user" }],
  [LATER, { kind: "refused", reply: "550 5.7.1 Spam" }],
  [FULL],
  [{ kind: "unavailable", reply: "421 Closing" }, DELIVERED],
];
const POLICY = {
  retry: { first: 60_000, longest: HOUR, tries: 3, age: 1 },
  breaker: {
    threshold: 1_000,
    first: 1_000,
    longest: HOUR,
    wish: HOUR,
    probe: HOUR,
  },
};

function play({ transport }: TestDelivery, scripts: readonly Script[]): void {
  const tries = new Map<string, number>();
  transport.answer = ({ address }) => {
    const script = scripts[Number(address.match(/\d+/)?.[0]) - 1] ??
      [DELIVERED];
    const turn = tries.get(address) ?? 0;
    tries.set(address, turn + 1);
    return script[turn] ?? script.at(-1) ?? DELIVERED;
  };
}

async function runOf({ core, owner }: TestDelivery, mailingId: string) {
  const { items: [run] } = await core.runs.of(owner.id).list(mailingId);
  assert.ok(run);
  const walk = await Array.fromAsync(
    core.attempts.of(owner.id).iterate(run.id),
  );
  return { run, attempts: walk };
}

async function deliverAll(world: TestDelivery): Promise<void> {
  for (let round = 0; round < 6; round++) {
    await world.core.delivery.run();
    world.pass(HOUR + 7 * 60_000);
  }
}

function counts<T extends string>(keys: readonly T[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const key of keys) counted[key] = (counted[key] ?? 0) + 1;
  return counted;
}

async function assertAgrees(world: TestDelivery, mailingId: string) {
  const { core, owner } = world;
  const { run, attempts } = await runOf(world, mailingId);
  assert.equal(run.state, "finished");
  const made = (...outcomes: MailingAttempt["outcome"][]) =>
    attempts.filter(({ outcome }) => outcomes.includes(outcome));
  const reasons = (tries: MailingAttempt[]) =>
    counts(tries.map(({ reason }) => reason ?? "none"));
  const told = (given: { reason: string; count: number }[]) =>
    Object.fromEntries(given.map(({ reason, count }) => [reason, count]));
  const people = new Set(attempts.map(({ clientId }) => clientId)).size;
  for (
    const { totals, deferrals, failures, delays } of [
      await core.statistics.ofRun(run),
      await core.statistics.ofMailing({ ownerId: run.ownerId, id: mailingId }),
    ]
  ) {
    assert.deepEqual(totals, {
      planned: people,
      delivered: made("delivered").length,
      refused: made("refused").length,
      expired: made("expired").length,
      skipped: 1,
      waiting: 0,
    });
    assert.equal(deferrals, made("deferred").length);
    assert.deepEqual(told(failures), reasons(made("refused", "expired")));
    assert.deepEqual(told(delays), reasons(made("deferred")));
  }
  const recent = await core.statistics.recentFailures(owner.id);
  assert.deepEqual(told(recent.reasons), reasons(made("refused", "expired")));
  assert.equal(recent.total, made("refused", "expired").length);
  const moments = await core.statistics.moments(run);
  const byMinute = Map.groupBy(
    attempts,
    ({ at }) => Math.floor(at.getTime() / 60_000),
  );
  assert.deepEqual(
    moments,
    [...byMinute].sort(([a], [b]) => a - b).map(([minute, tries]) => {
      const of = (...outcomes: MailingAttempt["outcome"][]) =>
        tries.filter(({ outcome }) => outcomes.includes(outcome)).length;
      return {
        minute,
        delivered: of("delivered"),
        deferred: of("deferred", "unknown"),
        failed: of("refused", "expired"),
      };
    }),
  );
  assert.deepEqual(await recount(core.store), [], "verify finds nothing");
}

async function withOneSkipped(world: TestDelivery, others: number) {
  const { core, owner, addClients, now } = world;
  await addClients(others);
  const clients = core.clients.of(owner.id);
  const { id } = await clients.create({ email: "gone@example.com", name: "G" });
  await clients.setUnsubscribed(id, now());
}

Deno.test("counters say what the attempts say, however a run went", async () => {
  const scripts = fc.array(fc.constantFrom(...SCRIPTS), {
    minLength: 1,
    maxLength: 25,
  });
  await fc.assert(
    fc.asyncProperty(scripts, (scripts) =>
      withDelivery(async (world) => {
        await withOneSkipped(world, scripts.length);
        play(world, scripts);
        const { id } = await world.launch();
        await deliverAll(world);
        await assertAgrees(world, id);
      }, POLICY)),
    { numRuns: 8 },
  );
});

Deno.test("counters say what the attempts say after a crash and a take-over", async () => {
  await withDelivery(async (world) => {
    const { core, transport, another, pass } = world;
    const scripts = Array.from({ length: 30 }, (_, n) => SCRIPTS[n % 6]!);
    await withOneSkipped(world, scripts.length);
    play(world, scripts);
    const { id } = await world.launch();
    const never = Promise.withResolvers<void>();
    const { answer } = transport;
    transport.answer = async (recipient) => {
      if (transport.tried.length >= 12) await never.promise;
      return await answer(recipient);
    };
    const dead = core.delivery.run();
    while (transport.tried.length < 12) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    transport.answer = answer;
    pass(120_000);
    const successor = await another();
    await deliverAll({ ...world, core: successor });
    never.resolve();
    await dead;
    await assertAgrees(world, id);
  }, { ...POLICY, inFlight: 3, shardSize: 10, lease: 30_000 });
});

Deno.test("a mailing's end takes its counters with it, and its failures from its owner's", async () => {
  await withDelivery(async (world) => {
    const { core, owner } = world;
    await withOneSkipped(world, SCRIPTS.length);
    play(world, SCRIPTS);
    const first = await world.launch();
    await deliverAll(world);
    const { run } = await runOf(world, first.id);
    play(world, SCRIPTS);
    const second = await world.launch();
    await deliverAll(world);
    assert.equal((await core.statistics.recentFailures(owner.id)).total, 6);
    await core.mailings.of(owner.id).remove(first.id);
    const ending = new AbortController();
    const stayed = core.delivery.stay(ending.signal);
    while ((await core.mailings.awaitingPurge(1)).length > 0) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    ending.abort();
    await stayed;
    const { failures, totals } = await core.statistics.ofMailing(first);
    assert.deepEqual([failures, totals.planned], [[], 0]);
    assert.deepEqual(await core.statistics.moments(run), []);
    assert.deepEqual(await core.statistics.recentFailures(owner.id), {
      total: 3,
      mailings: [{ mailingId: second.id, count: 3 }],
      reasons: [
        { reason: "mailbox-full", count: 1 },
        { reason: "no-mailbox", count: 1 },
        { reason: "spam", count: 1 },
      ],
    });
    assert.deepEqual(await recount(core.store), []);
  }, POLICY);
});

Deno.test("failures of more than a week ago are not told", async () => {
  await withDelivery(async (world) => {
    const { core, owner, addClients, pass } = world;
    await addClients(1);
    play(world, [SCRIPTS[3]!]);
    await world.launch();
    await core.delivery.run();
    pass(6 * 24 * HOUR);
    assert.equal((await core.statistics.recentFailures(owner.id)).total, 1);
    pass(24 * HOUR);
    assert.equal((await core.statistics.recentFailures(owner.id)).total, 0);
  });
});

Deno.test("as many failures at once as a worker has under way fit into one operation", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients } = world;
    await addClients(600);
    transport.answer = () => ({
      kind: "refused",
      reply: `550 5.2.1 ${"x".repeat(480)}`,
    });
    await world.launch();
    const { handed } = await core.delivery.run();
    assert.equal(handed.refused, 600);
    assert.equal(transport.tried.length, 600, "nobody was tried twice");
  }, { inFlight: 600 });
});
