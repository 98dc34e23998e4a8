import assert from "node:assert/strict";
import type { Outcome } from "../../core/delivery/outcome.ts";
import {
  type TestDelivery,
  withDelivery,
} from "../../core/delivery/test_delivery.ts";

const DAY = 24 * 3_600_000;
const CLIENTS = 4;

const DOWN: Outcome = {
  kind: "unavailable",
  reply: "connection refused",
  isOutage: true,
};

/** Days that begin on time and get nothing through, until the service is back on the last. */
async function outage(
  { core, transport, pass }: TestDelivery,
  answer: () => Outcome,
): Promise<void> {
  transport.answer = answer;
  for (let day = 0; day < 3; day++) {
    await core.delivery.run();
    pass(DAY);
  }
  transport.answer = () => ({ kind: "delivered", reply: "250 ok" });
  transport.tried.length = 0;
  await core.delivery.run();
  pass(DAY / 2);
  await core.delivery.run();
}

const TROUBLES: Record<string, () => Outcome> = {
  "was down": () => DOWN,
  "put everybody off": () => ({ kind: "deferred", reply: "451 later" }),
};

for (const [trouble, answer] of Object.entries(TROUBLES)) {
  Deno.test(`a daily mailing whose service ${trouble} for three days sends one mail to each`, () =>
    withDelivery(async (world) => {
      const { core, owner, transport, addClients, launch } = world;
      await addClients(CLIENTS);
      const { id } = await launch({ repeat: "daily" });
      await outage(world, answer);
      assert.equal(transport.delivered.length, CLIENTS);
      const people = new Set(transport.delivered.map(({ address }) => address));
      assert.equal(people.size, CLIENTS);
      const runs = await Array.fromAsync(
        core.runs.of(owner.id).iterateOf(id),
      );
      assert.equal(runs.length, 4);
      const ends = await Promise.all(runs.map(async (run) => {
        const { delivered, skipped } = await core.delivery.totals(run);
        return [run.state, delivered, skipped];
      }));
      assert.deepEqual(ends, [
        ["finished", 0, CLIENTS],
        ["finished", 0, CLIENTS],
        ["finished", 0, CLIENTS],
        ["finished", CLIENTS, 0],
      ]);
      const people1 = await Array.fromAsync(core.delivery.recipients(runs[0]!));
      assert.deepEqual(
        people1.map(({ skipReason }) => skipReason),
        Array(CLIENTS).fill("superseded"),
      );
      const { status } = await core.mailings.of(owner.id).get(id);
      assert.equal(status, "scheduled");
    }));
}
