import assert from "node:assert/strict";
import { type Nouns, withNouns } from "../test_nouns.ts";
import { faultsOf } from "../test_refusals.ts";

Deno.test("a list keeps those that are the owner's clients, each once", () =>
  withNouns(async (nouns) => {
    const mine = await clientIds(nouns, "o1", 3);
    const [foreign] = await clientIds(nouns, "o2", 1);
    const list = await nouns.audiences.write("o1", [
      ...mine,
      mine[0]!,
      foreign!,
      "nobody",
    ]);
    assert.equal(list.count, 3);
    assert.deepEqual(await membersOf(nouns, list.listId), mine.toSorted());
  }));

Deno.test("a list of nobody is refused", () =>
  withNouns(async (nouns) => {
    const [foreign] = await clientIds(nouns, "o2", 1);
    for (const ids of [[], ["nobody"], [foreign!]]) {
      assert.deepEqual(await faultsOf(nouns.audiences.write("o1", ids)), {
        audience: "Choose at least one client.",
      });
    }
  }));

Deno.test("a long list is written whole and can be walked from any member on", () =>
  withNouns(async (nouns) => {
    const ids = await clientIds(nouns, "o1", 1_200);
    const { listId, count } = await nouns.audiences.write("o1", ids);
    assert.equal(count, 1_200);
    const seen: string[] = [];
    let after: string | undefined;
    while (seen.length < 1_200) {
      const before = seen.length;
      const walk = nouns.audiences.iterate("o1", listId, { after });
      for await (const { clientId, cursor } of walk) {
        seen.push(clientId);
        after = cursor;
        if (seen.length - before === 500) break;
      }
      assert.notEqual(seen.length, before);
    }
    assert.deepEqual(seen, ids.toSorted());
  }));

Deno.test("a client's lists are known until they are removed", () =>
  withNouns(async (nouns) => {
    const { audiences } = nouns;
    const [a, b] = await clientIds(nouns, "o1", 2);
    const one = await audiences.write("o1", [a!, b!]);
    const two = await audiences.write("o1", [a!]);
    assert.deepEqual(
      await listsWith(nouns, a!),
      [one.listId, two.listId].sort(),
    );
    assert.deepEqual(await listsWith(nouns, b!), [one.listId]);
    await audiences.remove("o1", one.listId);
    assert.deepEqual(await listsWith(nouns, a!), [two.listId]);
    assert.deepEqual(await membersOf(nouns, one.listId), []);
    assert.deepEqual(await membersOf(nouns, two.listId), [a]);
  }));

Deno.test("another owner's list cannot be walked, found or removed", () =>
  withNouns(async (nouns) => {
    const [a] = await clientIds(nouns, "o1", 1);
    const { listId } = await nouns.audiences.write("o1", [a!]);
    assert.deepEqual(
      await Array.fromAsync(nouns.audiences.iterate("o2", listId)),
      [],
    );
    assert.deepEqual(
      await Array.fromAsync(nouns.audiences.listsWith("o2", a!)),
      [],
    );
    await nouns.audiences.remove("o2", listId);
    assert.deepEqual(await membersOf(nouns, listId), [a]);
  }));

async function clientIds(
  { clients }: Nouns,
  ownerId: string,
  count: number,
): Promise<string[]> {
  const own = clients.of(ownerId);
  await own.createMany(
    Array.from({ length: count }, (_, i) => ({
      email: `client${i}@example.com`,
      name: `Client ${String(i).padStart(4, "0")}`,
    })),
  );
  const walk = await Array.fromAsync(own.iterate({}));
  return walk.map(({ record }) => record.id);
}

async function membersOf({ audiences }: Nouns, listId: string) {
  const walk = await Array.fromAsync(audiences.iterate("o1", listId));
  return walk.map(({ clientId }) => clientId);
}

async function listsWith({ audiences }: Nouns, clientId: string) {
  return (await Array.fromAsync(audiences.listsWith("o1", clientId))).sort();
}
