import assert from "node:assert/strict";
import { DELIVERED, withDelivery } from "./test_delivery.ts";

Deno.test("a round that fails leaves nothing at work behind", async () => {
  await withDelivery(async ({ core, transport, addClients, launch }) => {
    await addClients(20);
    await launch();
    const { kv } = core.store;
    const list = kv.list.bind(kv);
    transport.answer = () => {
      kv.list = () => Promise.reject(new Error("database is locked"));
      return DELIVERED;
    };
    await assert.rejects(core.delivery.run(), /database is locked/);
    let reads = 0;
    kv.list = (...range) => {
      reads++;
      return list(...range);
    };
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(reads, 0);
  });
});
