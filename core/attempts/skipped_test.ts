import assert from "node:assert/strict";
import { type Nouns, withNouns } from "../test_nouns.ts";

Deno.test("those whom a run passed over are listed page by page, and are no tries", () =>
  withNouns(async (nouns) => {
    await passOver(nouns, { run: "r1", clients: ["c1", "c2", "c3"] });
    await passOver(nouns, { run: "r10", clients: ["c4"] });
    const own = nouns.attempts.of("o1");
    const one = await own.skippedIn("r1", { limit: 2 });
    const two = await own.skippedIn("r1", { limit: 2, cursor: one.next });
    const ids = [...one.items, ...two.items].map(({ clientId }) => clientId);
    assert.deepEqual(ids, ["c1", "c2", "c3"]);
    assert.deepEqual((await own.ofRun("r1")).items, []);
    assert.deepEqual(await own.ofClientIn("r1", "c1"), []);
  }));

Deno.test("another owner does not see whom a run passed over", () =>
  withNouns(async (nouns) => {
    await passOver(nouns, { run: "r1", clients: ["c1"] });
    assert.deepEqual((await nouns.attempts.of("o2").skippedIn("r1")).items, []);
  }));

Deno.test("those passed over go with the tries of their run", () =>
  withNouns(async (nouns) => {
    await passOver(nouns, { run: "r1", clients: ["c1"] });
    await passOver(nouns, { run: "r2", clients: ["c1"] });
    const own = nouns.attempts.of("o1");
    await own.removeRun("r1");
    assert.deepEqual((await own.skippedIn("r1")).items, []);
    assert.equal((await own.skippedIn("r2")).items.length, 1);
  }));

async function passOver(
  { attempts, store }: Nouns,
  { run, clients }: { run: string; clients: string[] },
): Promise<void> {
  await store.transact((tx) => {
    for (const clientId of clients) {
      attempts.putSkipped({
        ownerId: "o1",
        runId: run,
        clientId,
        email: "dora@example.com",
        name: "Dora",
      }, tx);
    }
  });
}
