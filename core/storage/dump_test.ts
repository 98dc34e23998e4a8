import assert from "node:assert/strict";
import { Conflict, Invalid } from "../errors.ts";
import { dump, load } from "./dump.ts";
import { withStore } from "./testing/memory_store.ts";
import { people, person } from "./testing/people.ts";
import { rawEntries } from "./testing/raw.ts";

const plain = (entries: Deno.KvEntry<unknown>[]) =>
  entries.map(({ key, value }) => [key, value]);

Deno.test("a store comes back from its lines as it was", () =>
  withStore(async ({ store, kv }) => {
    await people(store).of("acme").insert(
      person("1", { name: "Иван\n😀", dueAt: new Date(7) }),
    );
    await store.transact((tx) => {
      store.counters.add(tx, ["below"], -3);
      tx.set(["odd", new Uint8Array([1, 0]), 5n, -0, NaN, true], {
        bytes: new Uint8Array([1, 2]),
        map: new Map<unknown, unknown>([["a", new Set([1n])]]),
        nothing: undefined,
        numbers: [NaN, -0, Infinity],
      });
    });
    await store.blobs.write(["picture"], new Uint8Array(100_000).fill(7));
    const lines = await Array.fromAsync(dump(store));
    for (const line of lines) assert.ok(!line.includes("\n"));
    await withStore(async (other) => {
      assert.equal(await load(other.store, lines), lines.length - 2);
      assert.deepEqual(
        plain(await rawEntries(other.kv)),
        plain(await rawEntries(kv)),
      );
      await other.store.transact((tx) =>
        other.store.counters.add(tx, ["below"], 1)
      );
      assert.equal(await other.store.counters.get(["below"]), -2);
    });
  }));

Deno.test("leases are left out", () =>
  withStore(async ({ store }) => {
    await store.leases.acquire("plan", { ttl: 1_000 });
    assert.equal((await Array.fromAsync(dump(store))).length, 2);
  }));

Deno.test("a store that is not empty is not loaded into", () =>
  withStore(async ({ store, kv }) => {
    await kv.set(["a"], 1);
    await assert.rejects(load(store, ["whatever"]), Conflict);
  }));

Deno.test("a backup that is cut short or damaged is recognised", () =>
  withStore(async ({ store }) => {
    await store.transact((tx) => tx.set(["a"], 1));
    const lines = await Array.fromAsync(dump(store));
    const bad = [
      [],
      lines.slice(0, -1),
      lines.slice(1),
      [lines[0]!, lines[2]!],
      [...lines.slice(0, 2), "{"],
      ["hello"],
    ];
    for (const some of bad) {
      await withStore(async (other) => {
        await assert.rejects(load(other.store, some), Invalid);
      });
    }
  }));

Deno.test("a record that expires is loaded with what is left of its time, or not at all", () =>
  withStore(async ({ store, kv, faults, clock }) => {
    const at = clock.at.getTime();
    await kv.set(["sessions", "1"], { v: 1, r: {}, e: at + 5_000 });
    await kv.set(["sessions", "2"], { v: 1, r: {}, e: at });
    const lines = await Array.fromAsync(dump(store));
    await kv.delete(["sessions", "1"]);
    await kv.delete(["sessions", "2"]);
    await load(store, lines);
    assert.deepEqual(
      faults.tried[0]?.map((m) => m.type === "set" && [m.key[1], m.expireIn]),
      [["1", 5_000]],
    );
  }));
