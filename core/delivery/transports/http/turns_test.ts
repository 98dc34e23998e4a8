import assert from "node:assert/strict";
import { Turns } from "./turns.ts";

Deno.test("no more run at a time than may, and all get their turn", async () => {
  const turns = new Turns(2);
  let running = 0;
  let most = 0;
  const done = await Promise.all(
    Array.from({ length: 7 }, (_, n) =>
      turns.run(async () => {
        most = Math.max(most, ++running);
        await Promise.resolve();
        running--;
        return n;
      })),
  );
  assert.deepEqual(done, [0, 1, 2, 3, 4, 5, 6]);
  assert.equal(most, 2);
});

Deno.test("work that fails gives its turn to the next", async () => {
  const turns = new Turns(1);
  const failed = turns.run(() => Promise.reject(new Error("no")));
  const next = turns.run(() => Promise.resolve("yes"));
  await assert.rejects(failed, /no/);
  assert.equal(await next, "yes");
});

Deno.test("those who wait can be failed, and those who come later run", async () => {
  const turns = new Turns(1);
  const begun = Promise.withResolvers<string>();
  const first = turns.run(() => begun.promise);
  const waiting = turns.run(() => Promise.resolve("never"));
  turns.failWaiting(new Error("the service is silent"));
  await assert.rejects(waiting, /silent/);
  begun.resolve("done");
  assert.equal(await first, "done");
  assert.equal(await turns.run(() => Promise.resolve("later")), "later");
});
