import assert from "node:assert/strict";
import { Bulkhead } from "./bulkhead.ts";

/** Lets as many in as ask, and counts who is inside. */
function crowd(bulkhead: Bulkhead) {
  const inside: Record<string, number> = {};
  const order: string[] = [];
  const enter = async (ownerId: string) => {
    await bulkhead.enter(ownerId);
    inside[ownerId] = (inside[ownerId] ?? 0) + 1;
    order.push(ownerId);
  };
  return {
    inside,
    order,
    async ask(ownerId: string, times: number) {
      for (let n = 0; n < times; n++) void enter(ownerId);
      await settled();
    },
    async leave(ownerId: string) {
      inside[ownerId] = (inside[ownerId] ?? 0) - 1;
      bulkhead.leave(ownerId);
      await settled();
    },
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

Deno.test("no owner has more messages under way than an owner may have", async () => {
  const people = crowd(new Bulkhead({ inFlight: 100, ownerInFlight: 3 }));
  await people.ask("a", 10);
  assert.deepEqual(people.inside, { a: 3 });
  await people.leave("a");
  assert.deepEqual(people.inside, { a: 3 });
});

Deno.test("however many owners take all they get, the next one finds a place", async () => {
  const people = crowd(new Bulkhead({ inFlight: 512, ownerInFlight: 256 }));
  for (const owner of ["a", "b", "c", "d", "e", "f"]) {
    await people.ask(owner, 1_000);
    assert.ok((people.inside[owner] ?? 0) > 0, JSON.stringify(people.inside));
  }
  assert.equal(people.inside.a, 256);
});

Deno.test("places that become free go to the owners in turns", async () => {
  const people = crowd(new Bulkhead({ inFlight: 1, ownerInFlight: 1 }));
  await people.ask("a", 4);
  await people.ask("b", 2);
  await people.ask("c", 1);
  for (let n = 0; n < 6; n++) await people.leave(people.order.at(-1)!);
  assert.equal(people.order.join(""), "aabcaba");
});

Deno.test("all places are free again once everybody has left", async () => {
  const people = crowd(new Bulkhead({ inFlight: 4, ownerInFlight: 4 }));
  await people.ask("a", 5);
  for (let n = 0; n < 5; n++) await people.leave("a");
  await people.ask("b", 2);
  assert.deepEqual(people.inside, { a: 0, b: 2 });
});
