import assert from "node:assert/strict";
import fc from "fast-check";
import {
  compareKeys,
  type Key,
  keyBytes,
  packKey,
  sameKey,
  unpackKey,
} from "./keys.ts";
import { anyKey } from "./testing/any_key.ts";
import { rawKeys } from "./testing/raw.ts";

Deno.test("a key comes back from its text", () => {
  fc.assert(fc.property(anyKey, (key) => {
    assert.deepEqual(unpackKey(packKey(key)), key);
  }));
});

Deno.test("two keys are the same exactly if their texts are", () => {
  fc.assert(fc.property(anyKey, anyKey, (a, b) => {
    assert.equal(sameKey(a, b), packKey(a) === packKey(b));
    assert.equal(sameKey(a, unpackKey(packKey(a))), true);
  }));
});

Deno.test("keys compare as Deno KV sorts them", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyKey, { maxLength: 12 }), async (keys) => {
      using kv = await Deno.openKv(":memory:");
      for (const key of keys) await kv.set(key, 0);
      const stored = await rawKeys(kv);
      assert.deepEqual([...stored].sort(compareKeys), stored);
      for (const key of stored) assert.equal(compareKeys(key, key), 0);
    }),
    { numRuns: 60 },
  );
});

Deno.test("the size of a key is never underestimated", async () => {
  using kv = await Deno.openKv(":memory:");
  const parts: Key[] = [["a".repeat(2046)], ["я".repeat(1023)], [
    "😀".repeat(511),
  ], ["\0".repeat(1023)]];
  for (const key of parts) {
    await kv.set(key, 0);
    await assert.rejects(kv.set([...key, 1], 0), TypeError);
    assert.ok(keyBytes(key) >= 2046, String(keyBytes(key)));
  }
});
