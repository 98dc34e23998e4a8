import assert from "node:assert/strict";
import { Collection } from "../storage/mod.ts";
import { type Nouns, withNouns } from "../test_nouns.ts";
import { attemptIdOf, MailingAttempt } from "./attempt.ts";

const START = Date.UTC(2030, 0, 1, 9);

function attempt(
  seq: number,
  given: Partial<MailingAttempt> = {},
): MailingAttempt {
  const { runId = "m1-r1" } = given;
  return {
    id: attemptIdOf(runId, seq, 1),
    ownerId: "o1",
    mailingId: "m1",
    runId,
    clientId: `c${seq}`,
    email: `c${seq}@example.com`,
    name: "Anna",
    number: 1,
    at: new Date(START + seq * 1_000),
    outcome: "refused",
    reply: "550 5.1.1 No such user",
    reason: "no-mailbox",
    ...given,
  };
}

async function put({ store, attempts }: Nouns, tries: MailingAttempt[]) {
  await store.transact((tx) => tries.forEach((one) => attempts.put(one, tx)));
}

function clients(tries: readonly MailingAttempt[]): string[] {
  return tries.map(({ clientId }) => clientId);
}

Deno.test("those who were not reached are listed by reason, of a run or of all runs", () =>
  withNouns(async (nouns) => {
    await put(nouns, [
      attempt(1, { reason: "spam" }),
      attempt(2),
      attempt(3, { outcome: "expired", reason: "mailbox-full" }),
      attempt(4, { outcome: "deferred", reason: "spam" }),
      attempt(5, { runId: "m1-r2" }),
      attempt(6, { runId: "m10-r1" }),
      attempt(7, { ownerId: "o2" }),
    ]);
    const own = nouns.attempts.of("o1");
    const run = await own.failuresOfRun("m1-r1");
    assert.deepEqual(clients(run.items), ["c3", "c2", "c1"]);
    const spam = await own.failuresOfRun("m1-r1", { reason: "spam" });
    assert.deepEqual(clients(spam.items), ["c1"]);
    const first = await own.failuresOfMailing("m1", { limit: 3 });
    const rest = await own.failuresOfMailing("m1", { cursor: first.next });
    assert.deepEqual(clients(first.items), ["c3", "c2", "c1"]);
    assert.deepEqual(clients(rest.items), ["c5"]);
    const some = await own.failuresOfMailing("m1", { reason: "no-mailbox" });
    assert.deepEqual(clients(some.items), ["c2", "c5"]);
  }));

Deno.test("the slowest are those delivered last, the last of them first", () =>
  withNouns(async (nouns) => {
    const delivered = [1, 2, 3].map((seq) =>
      attempt(seq, { outcome: "delivered", reason: undefined })
    );
    await put(nouns, [
      ...delivered,
      attempt(4),
      attempt(5, { runId: "m1-r2", outcome: "delivered" }),
    ]);
    const slowest = await nouns.attempts.of("o1").slowest("m1-r1", 2);
    assert.deepEqual(clients(slowest), ["c3", "c2"]);
  }));

Deno.test("an attempt from before kinds of reasons were kept is given its kind", () =>
  withNouns(async (nouns) => {
    const before = new Collection(nouns.store, {
      name: "attempts",
      schema: MailingAttempt,
      version: 1,
      scope: ({ ownerId }) => ownerId,
    });
    const { reason: _, ...refused } = attempt(1);
    const { reason: __, ...delivered } = attempt(2, { outcome: "delivered" });
    await before.of("o1").insert(refused);
    await before.of("o1").insert(delivered);
    const { items } = await nouns.attempts.of("o1").ofRun("m1-r1");
    assert.deepEqual(
      items.map(({ reason }) => reason),
      ["no-mailbox", undefined],
    );
  }));
