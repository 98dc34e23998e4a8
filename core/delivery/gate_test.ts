import assert from "node:assert/strict";
import { Gate } from "./gate.ts";

Deno.test("no more messages are under way than the limit, and all get through", async () => {
  const gate = new Gate({ inFlight: 3, perSecond: Infinity }, () => new Date());
  let inside = 0;
  let most = 0;
  let done = 0;
  await Promise.all(Array.from({ length: 20 }, async () => {
    await gate.enter();
    most = Math.max(most, ++inside);
    await new Promise((resolve) => setTimeout(resolve, 1));
    inside--;
    done++;
    gate.leave();
  }));
  assert.equal(most, 3);
  assert.equal(done, 20);
});

Deno.test("messages start no faster than the rate", async () => {
  const gate = new Gate({ inFlight: 100, perSecond: 200 }, () => new Date());
  const begun = Date.now();
  for (let n = 0; n < 11; n++) {
    await gate.enter();
    gate.leave();
  }
  const elapsed = Date.now() - begun;
  assert.ok(elapsed >= 45, `10 intervals of 5 ms took ${elapsed} ms`);
});
