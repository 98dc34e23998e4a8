import assert from "node:assert/strict";
import { openStore } from "../core/storage/mod.ts";
import { runCommandLine, withFolder } from "./test_command.ts";

Deno.test("what differs from the records is told, and repaired when asked for", async () => {
  await withFolder(async (folder) => {
    const path = `${folder}/sendoff.db`;
    const env = { KV_PATH: path };
    await runCommandLine("loaddata", ["world"], { env });
    await harm(path);

    const found = await runCommandLine("verify", [], { env });
    assert.equal(found.code, 1);
    assert.match(
      found.stdout,
      /^counter site\/clients: says 205, the records say 200$/m,
    );
    assert.match(found.stdout, /^index of users: 1 entry too few$/m);
    const still = await runCommandLine("verify", ["--json"], { env });
    const { counters, indexes } = JSON.parse(still.stdout);
    assert.deepEqual(counters, [
      { counter: ["site", "clients"], kept: 205, counted: 200 },
    ]);
    assert.deepEqual(indexes.users, { removed: 0, added: 1, clashes: 0 });

    const repaired = await runCommandLine("verify", ["--repair"], { env });
    assert.equal(repaired.code, 0, repaired.stdout);
    const after = await runCommandLine("verify", [], { env });
    assert.equal(
      after.stdout,
      "Counters and indexes agree with the records.\n",
    );
    assert.equal(after.code, 0);
  });
});

async function harm(path: string): Promise<void> {
  const store = await openStore(path);
  await store.transact((tx) => {
    store.counters.add(tx, ["site", "clients"], 5);
    tx.delete(["users/byEmail", "owner@example.com"]);
  });
  store.close();
}
