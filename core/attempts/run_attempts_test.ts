import assert from "node:assert/strict";
import fc from "fast-check";
import { Invalid } from "../errors.ts";
import { type Nouns, withNouns } from "../test_nouns.ts";
import { attemptIdOf, type MailingAttempt } from "./attempt.ts";
import { lineOf, SHEET_REACH, SHEET_SIZE, sheetIdOf } from "./sheet.ts";

const START = Date.UTC(2030, 0, 1, 9);

function attempt(
  seq: number,
  given: Partial<MailingAttempt> = {},
): MailingAttempt {
  const { runId = "m1-r1", number = 1 } = given;
  return {
    id: attemptIdOf(runId, seq, number),
    ownerId: "o1",
    mailingId: "m1",
    runId,
    clientId: clientIdOf(seq),
    email: `c${seq}@example.com`,
    name: "Anna",
    number,
    at: new Date(START + seq * 1_000),
    outcome: "delivered",
    reply: "250 2.0.0 Ok",
    ...given,
  };
}

function clientIdOf(seq: number): string {
  return `c${String(seq).padStart(6, "0")}`;
}

/** Puts deliveries onto the sheets they belong to, whose lines come as outcomes do: in any order. */
async function putSheets(
  { store, attempts }: Nouns,
  delivered: MailingAttempt[],
): Promise<void> {
  const sheets = Map.groupBy(
    delivered,
    ({ id }) => Math.floor(seqOf(id) / SHEET_SIZE) * SHEET_SIZE,
  );
  await store.transact((tx) => {
    for (const [first, members] of sheets) {
      attempts.putSheet({
        id: sheetIdOf("m1-r1", first),
        ownerId: "o1",
        mailingId: "m1",
        runId: "m1-r1",
        firstClientId: clientIdOf(first),
        lines: members.map((one) => lineOf(one, seqOf(one.id))).reverse(),
      }, tx);
    }
  });
}

/** Puts tries of one number onto sheets of those who were put off together, wherever they lie. */
async function putLaterSheets(
  { store, attempts }: Nouns,
  tries: MailingAttempt[],
): Promise<void> {
  const crowds = Map.groupBy(tries, ({ id, number }) =>
    // Every third of a crowd was put off at another moment.
    [number, Math.floor(seqOf(id) / SHEET_REACH), seqOf(id) % 3].join());
  await store.transact((tx) => {
    for (const [first, ...rest] of crowds.values()) {
      if (!first) continue;
      attempts.putSheet({
        id: sheetIdOf("m1-r1", seqOf(first.id), first.number - 1),
        ownerId: "o1",
        mailingId: "m1",
        runId: "m1-r1",
        firstClientId: first.clientId,
        dueAt: first.at.getTime(),
        lines: [...rest, first].map((one) => lineOf(one, seqOf(one.id))),
      }, tx);
    }
  });
}

async function putRecords(
  { store, attempts }: Nouns,
  tries: MailingAttempt[],
): Promise<void> {
  const batch = store.batch();
  for (const one of tries) {
    await batch.unit((tx) => attempts.put(one, tx));
  }
  await batch.finish();
}

function seqOf(id: string): number {
  return Number(id.split(".")[1]);
}

function ids(attempts: readonly MailingAttempt[]): string[] {
  return attempts.map(({ id }) => id);
}

Deno.test("a run's attempts read as one list forwards and backwards, however they are kept", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 3 }), {
        minLength: 1,
        maxLength: 600,
        size: "max",
      }),
      fc.integer({ min: 1, max: 70 }),
      fc.constantFrom(0, 1, 2),
      (tries, limit, kept) =>
        withNouns(async (nouns) => {
          const atOnce = tries.flatMap((n, seq) =>
            n === 0 ? [attempt(seq)] : []
          );
          const slow = tries.flatMap((n, seq) =>
            Array.from(
              { length: n },
              (_, i) => attempt(seq, { number: i + 1, outcome: "deferred" }),
            )
          );
          // Of three who were put off, none, one or two have records.
          const isKept = ({ id }: MailingAttempt) => seqOf(id) % 3 < kept;
          const listed = slow.filter((one) => !isKept(one));
          const isFirst = ({ number }: MailingAttempt) => number === 1;
          await putSheets(nouns, [...atOnce, ...listed.filter(isFirst)]);
          await putLaterSheets(nouns, listed.filter((one) => !isFirst(one)));
          await putRecords(nouns, slow.filter(isKept));
          const own = nouns.attempts.of("o1");
          const all = [...atOnce, ...slow].map(({ id }) => id).sort();
          const walked = await Array.fromAsync(own.iterate("m1-r1"));
          assert.deepEqual(ids(walked), all);
          await assertPages(own, { all, limit });
        }),
    ),
    { numRuns: 25 },
  ));

async function assertPages(
  own: ReturnType<Nouns["attempts"]["of"]>,
  { all, limit }: { all: string[]; limit: number },
): Promise<void> {
  const pages: string[][] = [];
  let page = await own.ofRun("m1-r1", { limit });
  assert.equal(page.previous, undefined);
  for (;;) {
    pages.push(ids(page.items));
    if (!page.next) break;
    page = await own.ofRun("m1-r1", { limit, cursor: page.next });
  }
  assert.deepEqual(pages.flat(), all);
  for (const expected of pages.toReversed().slice(1)) {
    assert.ok(page.previous);
    page = await own.ofRun("m1-r1", { limit, cursor: page.previous });
    assert.deepEqual(ids(page.items), expected);
  }
  assert.equal(page.previous, undefined);
}

Deno.test("what was delivered is listed wherever it is kept", () =>
  withNouns(async (nouns) => {
    await putSheets(nouns, [attempt(0), attempt(2), attempt(120)]);
    await putRecords(nouns, [
      attempt(1, { outcome: "deferred" }),
      attempt(1, { number: 2 }),
      attempt(3, { outcome: "refused" }),
    ]);
    const { items } = await nouns.attempts.of("o1")
      .ofRun("m1-r1", { outcome: "delivered" });
    assert.deepEqual(ids(items), [
      attemptIdOf("m1-r1", 0, 1),
      attemptIdOf("m1-r1", 1, 2),
      attemptIdOf("m1-r1", 2, 1),
      attemptIdOf("m1-r1", 120, 1),
    ]);
  }));

Deno.test("a client's delivery is found on the sheet it lies on, and nobody else's", () =>
  withNouns(async (nouns) => {
    await putSheets(nouns, [attempt(0), attempt(49), attempt(50), attempt(99)]);
    const own = nouns.attempts.of("o1");
    for (const seq of [0, 49, 50, 99]) {
      const [found] = await own.ofClientIn("m1-r1", clientIdOf(seq));
      assert.equal(found?.email, `c${seq}@example.com`);
    }
    assert.deepEqual(await own.ofClientIn("m1-r1", clientIdOf(51)), []);
    assert.deepEqual(await own.ofClientIn("m1-r1", clientIdOf(100)), []);
    assert.deepEqual(await own.ofClientIn("m1-r2", clientIdOf(0)), []);
    const other = nouns.attempts.of("o2");
    assert.deepEqual(await other.ofClientIn("m1-r1", clientIdOf(0)), []);
  }));

Deno.test("a client's tries are found on whatever sheets they lie, the latest first", () =>
  withNouns(async (nouns) => {
    const putOff = Array.from(
      { length: 400 },
      (_, seq) => attempt(seq, { outcome: "deferred", reason: "later" }),
    );
    const later = putOff.map((_, seq) => attempt(seq, { number: 2 }));
    await putSheets(nouns, putOff);
    await putLaterSheets(nouns, later);
    const own = nouns.attempts.of("o1");
    for (const seq of [0, 1, 249, 250, 399]) {
      const found = await own.ofClientIn("m1-r1", clientIdOf(seq));
      assert.deepEqual(found, [later[seq], putOff[seq]]);
    }
    const [slowest] = await own.slowest("m1-r1", 1);
    assert.deepEqual(slowest, later[399]);
    const { items } = await own.ofRun("m1-r1", { outcome: "deferred" });
    assert.deepEqual(items, putOff.slice(0, 50));
  }));

Deno.test("the sheets of a run go with it, and only they", () =>
  withNouns(async (nouns) => {
    await putSheets(
      nouns,
      Array.from({ length: 120 }, (_, seq) => attempt(seq)),
    );
    await putRecords(nouns, [attempt(1, { runId: "m1-r10" })]);
    const own = nouns.attempts.of("o1");
    await own.removeRun("m1-r1");
    assert.deepEqual((await own.ofRun("m1-r1")).items, []);
    assert.equal((await own.ofRun("m1-r10")).items.length, 1);
  }));

Deno.test("a damaged place in a run's list is refused", () =>
  withNouns(async ({ attempts }) => {
    await assert.rejects(
      attempts.of("o1").ofRun("m1-r1", { cursor: "after.1" }),
      Invalid,
    );
  }));
