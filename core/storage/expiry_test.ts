import assert from "node:assert/strict";
import { z } from "zod";
import { NotFound } from "../errors.ts";
import { Collection } from "./collection.ts";
import { Taken } from "./taken.ts";
import type { MemoryStore } from "./testing/memory_store.ts";
import { withStore } from "./testing/memory_store.ts";
import { rawKeys } from "./testing/raw.ts";

const Session = z.object({
  id: z.string(),
  token: z.string(),
  userId: z.string(),
  until: z.date(),
});

function sessions({ store }: MemoryStore) {
  return new Collection(store, {
    name: "sessions",
    schema: Session,
    version: 1,
    expiresAt: (session) => session.until,
    indexes: {
      byToken: { unique: true, key: (session) => [session.token] },
      byUser: { key: (session) => [session.userId] },
    },
  });
}

function session(memory: MemoryStore, id: string, token = id) {
  return {
    id,
    token,
    userId: "ann",
    until: new Date(memory.clock.at.getTime() + 60_000),
  };
}

function pass(memory: MemoryStore, ms: number): void {
  memory.clock.at = new Date(memory.clock.at.getTime() + ms);
}

Deno.test("a record whose time has passed is absent on every read", () =>
  withStore(async (memory) => {
    const all = sessions(memory);
    await all.insert(session(memory, "1"));
    pass(memory, 59_999);
    assert.equal((await all.get("1")).id, "1");
    pass(memory, 1);
    assert.ok((await rawKeys(memory.kv)).length > 0);
    assert.equal(await all.find("1"), undefined);
    assert.equal(await all.findBy("byToken", ["1"]), undefined);
    assert.deepEqual((await all.list({ limit: 5 })).items, []);
    assert.deepEqual((await all.list({ index: "byUser", limit: 5 })).items, []);
    await assert.rejects(all.update("1", (s) => s), NotFound);
    await assert.rejects(all.remove("1"), NotFound);
  }));

Deno.test("an expired record makes room for another of its id", () =>
  withStore(async (memory) => {
    const all = sessions(memory);
    await all.insert(session(memory, "1", "old"));
    pass(memory, 60_000);
    await all.insert(session(memory, "1", "new"));
    assert.deepEqual(await rawKeys(memory.kv, ["sessions/byToken"]), [[
      "sessions/byToken",
      "new",
    ]]);
  }));

Deno.test("an expired record makes room for another with its unique key, and goes altogether", () =>
  withStore(async (memory) => {
    const all = sessions(memory);
    await all.insert(session(memory, "1", "t"));
    await assert.rejects(all.insert(session(memory, "2", "t")), Taken);
    pass(memory, 60_000);
    await all.insert(session(memory, "2", "t"));
    assert.deepEqual(await rawKeys(memory.kv), [
      ["sessions", "2"],
      ["sessions/byToken", "t"],
      ["sessions/byUser", "ann", "2"],
    ]);
  }));

Deno.test("a record that lives on keeps its index entries alive with it", () =>
  withStore(async (memory) => {
    const all = sessions(memory);
    await all.insert(session(memory, "1"));
    memory.faults.tried.length = 0;
    pass(memory, 1_000);
    await all.update(
      "1",
      (s) => ({ ...s, until: new Date(s.until.getTime() + 9_000) }),
    );
    const sweeps = memory.faults.tried[0]!.map((mutation) =>
      mutation.type === "set" && mutation.expireIn
    );
    assert.deepEqual(sweeps, [68_000, 68_000, 68_000]);
  }));
