import assert from "node:assert/strict";
import { BoundedMap } from "./bounded_map.ts";

Deno.test("a full map drops what was set longest ago", () => {
  const map = new BoundedMap<string, number>(2);
  map.set("a", 1);
  map.set("b", 2);
  map.set("a", 3);
  map.set("c", 4);
  assert.deepEqual(["a", "b", "c"].map((key) => map.get(key)), [
    3,
    undefined,
    4,
  ]);
});

Deno.test("what is meant is dropped, the others stay", () => {
  const map = new BoundedMap<string, number>(9);
  map.set("a", 1);
  map.set("b", 2);
  map.drop((value) => value === 1);
  assert.deepEqual([map.get("a"), map.get("b")], [undefined, 2]);
});
