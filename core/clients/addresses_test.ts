import assert from "node:assert/strict";
import { verify } from "../upkeep/verify.ts";
import { type Nouns, withNouns } from "../test_nouns.ts";
import { addressRecords, PEOPLE } from "./addresses.ts";

const person = (email: string) => ({ name: "Anna Orlova", email });

async function people({ store }: Nouns): Promise<number> {
  return await store.counters.get(PEOPLE);
}

Deno.test("a person whom several owners know counts once", async () => {
  await withNouns(async (nouns) => {
    await nouns.clients.of("n").create(person("anna@example.com"));
    await nouns.clients.of("m").create(person("Anna@Example.com"));
    await nouns.clients.of("m").createMany([
      person("anna@example.com"),
      person("bob@example.com"),
    ]);
    assert.equal(await people(nouns), 2);
  });
});

Deno.test("a person counts until the last owner lets go", async () => {
  await withNouns(async (nouns) => {
    const { clients } = nouns;
    const first = await clients.of("n").create(person("anna@example.com"));
    const second = await clients.of("m").create(person("anna@example.com"));
    await clients.of("n").remove(first.id);
    assert.equal(await people(nouns), 1);
    await clients.of("m").remove(second.id);
    assert.equal(await people(nouns), 0);
    assert.equal(
      await addressRecords(nouns.store).find("anna@example.com"),
      undefined,
    );
  });
});

Deno.test("a changed address counts in place of the old one", async () => {
  await withNouns(async (nouns) => {
    const own = nouns.clients.of("n");
    const { id } = await own.create(person("anna@example.com"));
    await nouns.clients.of("m").create(person("anna@example.com"));
    await own.update(id, person("anna@example.org"));
    assert.equal(await people(nouns), 2);
    await own.update(id, { ...person("anna@example.org"), comment: "New" });
    assert.equal(await people(nouns), 2);
  });
});

Deno.test("when all clients of an owner go, those of others still count", async () => {
  await withNouns(async (nouns) => {
    const many = Array.from(
      { length: 25 },
      (_, n) => person(`p${n}@x.example`),
    );
    await nouns.clients.of("n").createMany(many);
    await nouns.clients.of("m").create(person("p7@x.example"));
    await nouns.clients.of("n").removeAll();
    assert.equal(await people(nouns), 1);
    assert.equal(await nouns.clients.of("n").count(), 0);
  });
});

Deno.test("verify finds addresses that were counted wrong, and repairs them", async () => {
  await withNouns(async (nouns) => {
    const { store, clients } = nouns;
    await clients.of("n").create(person("anna@example.com"));
    await clients.of("n").create(person("bob@example.com"));
    const records = addressRecords(store);
    await store.transact((tx) => {
      records.put({ email: "stray@example.com", clients: 1 }, {}, tx);
      records.put({ email: "anna@example.com", clients: 3 }, {}, tx);
      records.discard({ email: "bob@example.com", clients: 1 }, tx);
      store.counters.add(tx, PEOPLE, 5);
    });
    const found = await verify(store, { repair: true });
    assert.deepEqual(found.indexes["addresses"], {
      removed: 1,
      added: 2,
      clashes: 0,
    });
    assert.equal(await people(nouns), 2);
    const again = await verify(store, { repair: false });
    assert.deepEqual(again.counters, []);
    assert.deepEqual(again.indexes["addresses"], {
      removed: 0,
      added: 0,
      clashes: 0,
    });
  });
});
