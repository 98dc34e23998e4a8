import assert from "node:assert/strict";
import { withNouns } from "../test_nouns.ts";
import type { OwnClients } from "./own_clients.ts";

const NOON = new Date("2030-01-01T12:00:00Z");

Deno.test("of all clients those who get mail are counted, whoever comes, leaves or goes", () =>
  withClients(async (own, { count, ids: [anna, boris] }) => {
    assert.equal(await count(), 3);
    await own.setUnsubscribed(anna!, NOON);
    await own.setUnsubscribed(anna!, NOON);
    assert.equal(await count(), 2);
    await own.setUnsubscribed(boris!, NOON);
    await own.setUnsubscribed(boris!, undefined);
    assert.equal(await count(), 2);
    await own.remove(anna!);
    assert.equal(await count(), 2);
    await own.remove(boris!);
    assert.equal(await count(), 1);
  }));

Deno.test("of those who match a search the unsubscribed are left out", () =>
  withClients(async (own, { ids: [anna] }) => {
    const search = "example";
    await own.setUnsubscribed(anna!, NOON);
    assert.deepEqual(await own.countRecipients({ search, atMost: 9 }), {
      count: 2,
      more: false,
    });
    assert.deepEqual(await own.countRecipients({ search, atMost: 1 }), {
      count: 1,
      more: true,
    });
  }));

Deno.test("of ids those count that are clients of the owner and get mail", () =>
  withClients(async (own, { ids }) => {
    await own.setUnsubscribed(ids[0]!, NOON);
    const asked = { ids: [...ids, "nobody"], atMost: 9 };
    assert.equal((await own.countRecipients(asked)).count, 2);
  }));

Deno.test("after all clients are removed nobody gets mail and nobody is unsubscribed", () =>
  withClients(async (own, { count, ids: [anna] }) => {
    await own.setUnsubscribed(anna!, NOON);
    await own.removeAll();
    assert.equal(await count(), 0);
    await own.create({ name: "Dora", email: "dora@example.com" });
    assert.equal(await count(), 1);
  }));

function withClients(
  test: (
    own: OwnClients,
    around: { count: () => Promise<number>; ids: string[] },
  ) => Promise<void>,
): Promise<void> {
  return withNouns(async ({ clients }) => {
    const own = clients.of("o1");
    const ids: string[] = [];
    for (const name of ["Anna", "Boris", "Clara"]) {
      const { id } = await own.create({ name, email: `${name}@example.com` });
      ids.push(id);
    }
    const count = async () =>
      (await own.countRecipients({ atMost: Infinity })).count;
    await test(own, { count, ids });
  });
}
