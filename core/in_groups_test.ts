import assert from "node:assert/strict";
import { inGroups } from "./in_groups.ts";

Deno.test("items come in groups of a size, and what is left over in a smaller one", async () => {
  assert.deepEqual(await groupsOf([1, 2, 3, 4, 5], 2), [[1, 2], [3, 4], [5]]);
  assert.deepEqual(await groupsOf([1, 2, 3, 4], 2), [[1, 2], [3, 4]]);
  assert.deepEqual(await groupsOf([], 2), []);
});

Deno.test("a group comes as soon as it is full, before further items are asked for", async () => {
  const asked: number[] = [];
  async function* items() {
    for (const item of [1, 2, 3]) {
      asked.push(item);
      yield await Promise.resolve(item);
    }
  }
  for await (const group of inGroups(items(), 2)) {
    assert.deepEqual(group, [1, 2]);
    break;
  }
  assert.deepEqual(asked, [1, 2]);
});

function groupsOf(items: Iterable<number>, size: number): Promise<number[][]> {
  return Array.fromAsync(inGroups(items, size));
}
