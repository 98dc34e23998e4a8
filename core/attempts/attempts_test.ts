import assert from "node:assert/strict";
import { type Nouns, withNouns } from "../test_nouns.ts";
import {
  attemptIdOf,
  type AttemptOutcome,
  type MailingAttempt,
} from "./attempt.ts";

interface Try {
  run?: string;
  seq: number;
  number?: number;
  client?: string;
  outcome?: AttemptOutcome;
  minute?: number;
  owner?: string;
}

Deno.test("a run's attempts are listed by place, then by number of the try", () =>
  withNouns(async (nouns) => {
    await put(nouns, [
      { seq: 10 },
      { seq: 2, number: 2 },
      { seq: 2, number: 1 },
      { run: "r10", seq: 1 },
      { run: "r", seq: 1 },
    ]);
    const own = nouns.attempts.of("o1");
    const one = await own.ofRun("r1", { limit: 2 });
    const two = await own.ofRun("r1", { limit: 2, cursor: one.next });
    assert.deepEqual(ids([...one.items, ...two.items]), [
      attemptIdOf("r1", 2, 1),
      attemptIdOf("r1", 2, 2),
      attemptIdOf("r1", 10, 1),
    ]);
    assert.deepEqual(
      ids((await own.ofRun("r1", { limit: 2, cursor: two.previous })).items),
      ids(one.items),
    );
    const walk = await Array.fromAsync(own.iterate("r1"));
    assert.deepEqual(
      ids(walk),
      ids([...one.items, ...two.items]),
    );
  }));

Deno.test("a try written again replaces itself", () =>
  withNouns(async (nouns) => {
    await put(nouns, [{ seq: 1 }]);
    await put(nouns, [{ seq: 1 }]);
    const { items } = await nouns.attempts.of("o1").ofRun("r1");
    assert.equal(items.length, 1);
  }));

Deno.test("a run's attempts of one outcome are listed by time", () =>
  withNouns(async (nouns) => {
    await put(nouns, [
      { seq: 1, outcome: "refused", minute: 9 },
      { seq: 2, outcome: "refused", minute: 3 },
      { seq: 3, outcome: "delivered" },
      { run: "r2", seq: 4, outcome: "refused" },
    ]);
    const own = nouns.attempts.of("o1");
    const { items } = await own.ofRun("r1", { outcome: "refused" });
    assert.deepEqual(ids(items), [
      attemptIdOf("r1", 2, 1),
      attemptIdOf("r1", 1, 1),
    ]);
  }));

Deno.test("the tries to reach a client in a run are listed newest first", () =>
  withNouns(async (nouns) => {
    await put(nouns, [
      { seq: 1, client: "c1", minute: 1, outcome: "deferred" },
      { seq: 1, client: "c1", minute: 5, number: 2 },
      { run: "r2", seq: 1, client: "c1", minute: 5 },
      { seq: 2, client: "c2" },
    ]);
    const found = await nouns.attempts.of("o1").ofClientIn("r1", "c1");
    assert.deepEqual(ids(found), [
      attemptIdOf("r1", 1, 2),
      attemptIdOf("r1", 1, 1),
    ]);
  }));

Deno.test("another owner's attempts cannot be seen or removed", () =>
  withNouns(async (nouns) => {
    await put(nouns, [{ seq: 1, outcome: "refused", client: "c1" }]);
    const other = nouns.attempts.of("o2");
    assert.deepEqual((await other.ofRun("r1")).items, []);
    assert.deepEqual(
      (await other.ofRun("r1", { outcome: "refused" })).items,
      [],
    );
    assert.deepEqual(await other.ofClientIn("r1", "c1"), []);
    assert.deepEqual(await Array.fromAsync(other.iterate("r1")), []);
    await other.removeRun("r1");
    assert.equal((await nouns.attempts.of("o1").ofRun("r1")).items.length, 1);
  }));

Deno.test("removing a run's attempts leaves those of other runs", () =>
  withNouns(async (nouns) => {
    const many = Array.from(
      { length: 700 },
      (_, seq) => ({ seq, client: "c1" }),
    );
    await put(nouns, many);
    await put(nouns, [{ run: "r10", seq: 1, client: "c1" }]);
    const own = nouns.attempts.of("o1");
    await own.removeRun("r1");
    assert.deepEqual((await own.ofRun("r1")).items, []);
    assert.deepEqual(
      (await own.ofRun("r1", { outcome: "delivered" })).items,
      [],
    );
    assert.deepEqual(await own.ofClientIn("r1", "c1"), []);
    assert.deepEqual(ids(await own.ofClientIn("r10", "c1")), [
      attemptIdOf("r10", 1, 1),
    ]);
  }));

async function put({ attempts, store }: Nouns, tries: Try[]): Promise<void> {
  const batch = store.batch();
  for (const one of tries) {
    await batch.unit((tx) => attempts.put(attemptOf(one), tx));
  }
  await batch.finish();
}

function attemptOf(
  {
    run = "r1",
    seq,
    number = 1,
    client = "c",
    outcome = "delivered",
    minute = 0,
    owner = "o1",
  }: Try,
): MailingAttempt {
  return {
    id: attemptIdOf(run, seq, number),
    ownerId: owner,
    mailingId: "m1",
    runId: run,
    clientId: client,
    email: "anna@example.com",
    name: "Anna",
    number,
    at: new Date(Date.UTC(2030, 0, 1, 9, minute)),
    outcome,
    reply: "250 OK",
  };
}

function ids(attempts: MailingAttempt[]): string[] {
  return attempts.map(({ id }) => id);
}
