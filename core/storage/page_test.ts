import assert from "node:assert/strict";
import fc from "fast-check";
import { Invalid } from "../errors.ts";
import { formatCursor, parseCursor, type Position } from "./page.ts";
import { anyKey } from "./testing/any_key.ts";

const list = { base: ["people/byName", "acme"], reverse: false };
const position: Position = {
  side: "after",
  inclusive: false,
  at: ["Ivan", "7"],
};

Deno.test("a position comes back from its cursor", () => {
  fc.assert(
    fc.property(
      anyKey,
      fc.boolean(),
      fc.constantFrom("after", "before"),
      (at, inclusive, side) => {
        const position: Position = { side, inclusive, at };
        assert.deepEqual(
          parseCursor(list, formatCursor(list, position)),
          position,
        );
      },
    ),
  );
});

Deno.test("a cursor can stand in an address as it is", () => {
  const cursor = formatCursor(list, {
    ...position,
    at: ["Ярослав 😀", new Uint8Array([255, 0])],
  });
  assert.equal(encodeURIComponent(cursor), cursor);
});

Deno.test("a damaged cursor is refused", () => {
  const cursor = formatCursor(list, position);
  fc.assert(
    fc.property(
      fc.nat(cursor.length - 1),
      fc.constantFrom("A", "z", "0", "_", "%", "я", ""),
      (at, sign) => {
        const damaged = cursor.slice(0, at) + sign + cursor.slice(at + 1);
        if (damaged === cursor) return;
        assert.throws(() => parseCursor(list, damaged), Invalid);
      },
    ),
    { numRuns: 1000 },
  );
});

Deno.test("any text that is no cursor is refused", () => {
  fc.assert(fc.property(fc.string(), (text) => {
    assert.throws(() => parseCursor(list, text), Invalid);
  }));
});

Deno.test("a cursor of another list is refused", () => {
  const cursor = formatCursor(list, position);
  const others = [
    { ...list, base: ["people/byName", "other"] },
    { ...list, base: ["people/byWord", "acme"] },
    { ...list, reverse: true },
    { ...list, startsWith: "Iv" },
  ];
  for (const other of others) {
    assert.throws(() => parseCursor(other, cursor), Invalid);
  }
});
