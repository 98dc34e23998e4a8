import assert from "node:assert/strict";
import { withNouns } from "../test_nouns.ts";
import { absenceOf, conflictOf } from "../test_refusals.ts";
import { type MailingRun, runIdOf } from "./run.ts";

Deno.test("a run is kept once for its occurrence", () =>
  withNouns(async ({ runs }) => {
    const run = aRun("m1", 1);
    await runs.of("o1").insert(run);
    assert.deepEqual(await runs.of("o1").get(run.id), run);
    await conflictOf(runs.of("o1").insert(run));
  }));

Deno.test("a mailing's runs are listed newest first, in pages", () =>
  withNouns(async ({ runs }) => {
    const own = runs.of("o1");
    for (const day of [2, 10, 1]) await own.insert(aRun("m1", day));
    await own.insert(aRun("m2", 5));
    const one = await own.list("m1", { limit: 2 });
    const two = await own.list("m1", { limit: 2, cursor: one.next });
    assert.deepEqual(days([...one.items, ...two.items]), [10, 2, 1]);
    const all = await Array.fromAsync(own.iterateOf("m1"));
    assert.deepEqual(days(all).sort(), [1, 10, 2]);
  }));

Deno.test("active runs are found over all owners until they end", () =>
  withNouns(async ({ runs }) => {
    const [late, early] = [aRun("m1", 3), { ...aRun("m2", 2), ownerId: "o2" }];
    await runs.of("o1").insert(late);
    await runs.of("o2").insert(early);
    assert.deepEqual(await activeIds(), [early.id, late.id]);
    await runs.of("o2").update(
      early.id,
      (run) => ({ ...run, state: "sending" }),
    );
    assert.deepEqual(await activeIds(), [early.id, late.id]);
    await runs.of("o2").update(
      early.id,
      (run) => ({ ...run, state: "finished" }),
    );
    assert.deepEqual(await activeIds(), [late.id]);

    async function activeIds() {
      return (await Array.fromAsync(runs.active())).map(({ id }) => id);
    }
  }));

Deno.test("of two runs that end at the same time one sees that it is the last", () =>
  withNouns(async ({ runs, store }) => {
    const both = [aRun("m1", 1), aRun("m1", 2)];
    for (const run of both) await runs.of("o1").insert(run);
    const wereLast = await Promise.all(
      both.map(({ id }) =>
        store.transact(async (tx) => {
          await runs.of("o1").update(
            id,
            (run) => ({ ...run, state: "finished" }),
            tx,
          );
          const active = await runs.activeOf("o1", "m1", tx);
          return !active.some((run) => run.id !== id);
        })
      ),
    );
    assert.deepEqual(wereLast.filter(Boolean).length, 1);
    assert.deepEqual(await runs.activeOf("o1", "m1"), []);
  }));

Deno.test("another owner's run cannot be seen, changed or removed", () =>
  withNouns(async ({ runs }) => {
    const run = aRun("m1", 1);
    await runs.of("o1").insert(run);
    const other = runs.of("o2");
    assert.equal(await absenceOf(other.get(run.id)), "There is no such run.");
    assert.equal(await other.find(run.id), undefined);
    await absenceOf(other.update(run.id, (run) => run));
    await absenceOf(other.remove(run.id));
    assert.deepEqual((await other.list("m1")).items, []);
    assert.deepEqual(await Array.fromAsync(other.iterateOf("m1")), []);
    assert.deepEqual(await runs.activeOf("o2", "m1"), []);
    await assert.rejects(other.insert(aRun("m1", 2)), RangeError);
    assert.deepEqual(await runs.of("o1").get(run.id), run);
  }));

Deno.test("a removed run is gone from every list", () =>
  withNouns(async ({ runs }) => {
    const run = aRun("m1", 1);
    await runs.of("o1").insert(run);
    await runs.of("o1").remove(run.id);
    assert.deepEqual(await Array.fromAsync(runs.active()), []);
    assert.deepEqual((await runs.of("o1").list("m1")).items, []);
  }));

function aRun(mailingId: string, day: number): MailingRun {
  const dueAt = new Date(Date.UTC(2030, 0, day));
  return {
    id: runIdOf(mailingId, dueAt),
    ownerId: "o1",
    mailingId,
    dueAt,
    startedAt: dueAt,
    state: "planning",
    text: { subject: "News", body: "Hello" },
    from: { name: "N", address: "n@example.com", replyTo: "n@example.com" },
    audience: { kind: "everyone" },
    plan: { planned: 0, skipped: 0 },
  };
}

function days(runs: MailingRun[]): number[] {
  return runs.map(({ dueAt }) => dueAt.getUTCDate());
}
