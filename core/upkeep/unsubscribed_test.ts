import assert from "node:assert/strict";
import { withNouns } from "../test_nouns.ts";
import { correct, recount } from "./recount.ts";

Deno.test("the number of those who unsubscribed is counted anew and put right", () =>
  withNouns(async ({ clients, clock, store }) => {
    const own = clients.of("o1");
    for (const name of ["anna", "boris"]) {
      const { id } = await own.create({ name, email: `${name}@example.com` });
      await own.setUnsubscribed(id, clock.at);
    }
    assert.deepEqual(await recount(store), []);
    const counter = ["unsubscribed", "o1"];
    await store.transact((tx) => store.counters.add(tx, counter, 5));
    const found = await recount(store);
    assert.deepEqual(found, [{ counter, kept: 7, counted: 2 }]);
    await correct(store, found);
    assert.deepEqual(await own.countRecipients({ atMost: 9 }), {
      count: 0,
      more: false,
    });
  }));
