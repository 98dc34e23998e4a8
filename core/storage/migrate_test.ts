import assert from "node:assert/strict";
import { z } from "zod";
import { Collection } from "./collection.ts";
import type { Store } from "./store.ts";
import { withStore } from "./testing/memory_store.ts";
import { rawEntries, rawKeys } from "./testing/raw.ts";

const First = z.object({ id: z.string(), name: z.string() });
const Third = z.object({ id: z.string(), first: z.string(), last: z.string() });

function first(store: Store) {
  return new Collection(store, {
    name: "people",
    schema: First,
    version: 1,
    indexes: { byName: { key: (p) => [p.name] } },
  });
}

function third(store: Store) {
  return new Collection(store, {
    name: "people",
    schema: Third,
    version: 3,
    upgrades: {
      1: (old) => {
        const { id, name } = First.parse(old);
        return { id, words: name.split(" ") };
      },
      2: (old) => {
        const { id, words } = z.object({
          id: z.string(),
          words: z.string().array(),
        }).parse(old);
        return { id, first: words[0], last: words[1] };
      },
    },
    indexes: { byLast: { unique: true, key: (p) => [p.last] } },
  });
}

const padded = (i: number) => String(i).padStart(4, "0");

async function fill(store: Store, count: number) {
  for (let i = 0; i < count; i++) {
    await first(store).insert({ id: padded(i), name: `Ivan L${i}` });
  }
}

Deno.test("a record of an older version is read as the present one", () =>
  withStore(async ({ store }) => {
    await fill(store, 1);
    assert.deepEqual(await third(store).get("0000"), {
      id: "0000",
      first: "Ivan",
      last: "L0",
    });
  }));

Deno.test("a record of a newer version is refused, not changed", () =>
  withStore(async ({ store, kv }) => {
    await third(store).insert({ id: "1", first: "Ivan", last: "Petrov" });
    const before = await rawEntries(kv);
    const newer =
      /people has version 3, but this program knows versions up to 1/;
    await assert.rejects(first(store).get("1"), newer);
    await assert.rejects(first(store).update("1", (p) => p), newer);
    await assert.rejects(first(store).insert({ id: "1", name: "x" }), newer);
    await assert.rejects(first(store).remove("1"), newer);
    assert.deepEqual(await rawEntries(kv), before);
  }));

Deno.test("a missing upgrade is named", () =>
  withStore(async ({ store }) => {
    await fill(store, 1);
    const gap = new Collection(store, {
      name: "people",
      schema: First,
      version: 2,
    });
    await assert.rejects(
      gap.get("0000"),
      /people has no upgrade from version 1/,
    );
  }));

Deno.test("an update of an older record gives it all of the present index entries", () =>
  withStore(async ({ store }) => {
    await fill(store, 1);
    await third(store).update("0000", (p) => p);
    assert.equal((await third(store).findBy("byLast", ["L0"]))?.id, "0000");
  }));

Deno.test("a migration rewrites the old records, and a reindex removes the old entries", () =>
  withStore(async ({ store, kv }) => {
    await fill(store, 250);
    await third(store).insert({ id: "9999", first: "New", last: "New" });
    const progress = await Array.fromAsync(third(store).migrate());
    assert.deepEqual(progress.map(({ seen, rewritten }) => [seen, rewritten]), [
      [100, 100],
      [200, 200],
      [251, 250],
    ]);
    for (const { value } of await rawEntries(kv, ["people"])) {
      assert.ok(
        value && typeof value === "object" && "v" in value && value.v === 3,
      );
    }
    assert.deepEqual(await third(store).reindex(), {
      removed: 250,
      added: 0,
      clashes: 0,
    });
    assert.deepEqual(await rawKeys(kv, ["people/byName"]), []);
    assert.equal((await rawKeys(kv, ["people/byLast"])).length, 251);
  }));

Deno.test("a migration goes on from where an earlier run came to", () =>
  withStore(async ({ store }) => {
    await fill(store, 150);
    let after: string | undefined;
    for await (const { cursor } of third(store).migrate()) {
      after = cursor;
      break;
    }
    const rest = await Array.fromAsync(third(store).migrate({ after }));
    assert.deepEqual(rest.map(({ seen, rewritten }) => [seen, rewritten]), [[
      50,
      50,
    ]]);
    const again = await Array.fromAsync(third(store).migrate());
    assert.equal(again.at(-1)?.rewritten, 0);
  }));
