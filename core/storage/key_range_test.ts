import assert from "node:assert/strict";
import fc from "fast-check";
import {
  endOfBranch,
  holds,
  isEmpty,
  keyAfter,
  rangeWithin,
} from "./key_range.ts";
import { compareKeys, sameKey } from "./keys.ts";
import { anyKey, anyPart, anyText } from "./testing/any_key.ts";

Deno.test("a branch holds a key, all below it, and nothing else", () => {
  fc.assert(
    fc.property(
      anyKey,
      fc.array(anyPart, { maxLength: 2 }),
      anyKey,
      (parts, below, others) => {
        const key = ["base", ...parts], other = ["base", ...others];
        const branch = { start: key, end: endOfBranch(key) };
        assert.ok(holds(branch, [...key, ...below]));
        assert.equal(
          holds(branch, other),
          sameKey(other.slice(0, key.length), key),
        );
      },
    ),
    { numRuns: 2000 },
  );
});

Deno.test("nothing lies between a key and the one after it", () => {
  fc.assert(fc.property(anyKey, anyKey, (key, other) => {
    assert.ok(compareKeys(key, keyAfter(key)) < 0);
    if (compareKeys(other, key) > 0) {
      assert.ok(compareKeys(other, keyAfter(key)) >= 0);
    }
  }));
});

Deno.test("a text bound holds what starts with the text, in every script", () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (text, rest, other) => {
      const range = rangeWithin(["base"], { startsWith: text });
      assert.ok(holds(range, ["base", text + rest, "id"]));
      // A text of nothing but the last code point has no end among texts.
      if (/^\u{10FFFF}*$/u.test(text)) return;
      assert.equal(holds(range, ["base", other, "id"]), other.startsWith(text));
    }),
    { numRuns: 3000 },
  );
});

Deno.test("the bounds lie below the prefix, and the upper one is left out", () => {
  const range = rangeWithin(["base"], { prefix: ["p"], from: [2], to: [4] });
  const held = [1, 2, 3, 4].filter((n) => holds(range, ["base", "p", n, "id"]));
  assert.deepEqual(held, [2, 3]);
  assert.equal(holds(range, ["base", "q", 3, "id"]), false);
});

Deno.test("bounds that cross leave nothing", () => {
  assert.ok(isEmpty(rangeWithin(["base"], { from: [4], to: [2] })));
});

Deno.test("a text bound steps over the surrogates and off the last code point", () => {
  const held = (startsWith: string, text: string) =>
    holds(rangeWithin(["base"], { startsWith }), ["base", text]);
  assert.equal(held("\uD7FF", "\uD7FFx"), true);
  assert.equal(held("\uD7FF", "\uE000"), false);
  assert.equal(held("a\u{10FFFF}", "a\u{10FFFF}\u{10FFFF}x"), true);
  assert.equal(held("a\u{10FFFF}", "b"), false);
});
