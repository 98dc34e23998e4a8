import assert from "node:assert/strict";
import { type SlowService, withSlowService } from "./slow_service.ts";

const CLIENTS = 40;
/** Longer than a worker takes to notice, and far shorter than all that waits would take. */
const NOTICED = 1_000;
const DELAY = 700;

type Stop = (service: SlowService, mailingId: string) => Promise<unknown>;

/** Everything that says "Nothing goes out". */
const STOPS: Record<string, Stop> = {
  "a pause": ({ core, owner }, id) => core.mailings.of(owner.id).pause(id),
  "a cancellation": ({ core, owner }, id) =>
    core.mailings.of(owner.id).cancel(id),
  "a manager who switches it off": ({ core, owner }, id) =>
    core.mailings.switchOff({ ownerId: owner.id, id }, {
      reason: "Complaints",
    }),
  "blocking its owner": ({ core, owner }) => core.users.block(owner.id, "Spam"),
};

for (const [name, stop] of Object.entries(STOPS)) {
  Deno.test(`after ${name} nothing more is handed over to a slow server`, () =>
    withSlowService(async (service) => {
      const { addClients, launch, received, work, smtp } = service;
      await addClients(CLIENTS);
      const { id } = await launch();
      work();
      await received(4);
      await stop(service, id);
      await passed(NOTICED + DELAY);
      const atStop = smtp.received.length;
      await passed(3 * DELAY);
      assert.equal(smtp.received.length, atStop);
      assert.ok(atStop < CLIENTS / 2, `${atStop} had arrived`);
    }, { delay: DELAY }));
}

Deno.test("what a pause holds back goes out once it is resumed, once to each", () =>
  withSlowService(async (service) => {
    const { core, owner, addClients, launch, received, work, smtp, ended } =
      service;
    await addClients(20);
    const { id } = await launch();
    work();
    await received(2);
    await core.mailings.of(owner.id).pause(id);
    await passed(NOTICED);
    smtp.delay = 0;
    await core.mailings.of(owner.id).resume(id);
    const { delivered } = await ended();
    assert.equal(delivered, 20);
    const people = new Set(smtp.received.map(({ to }) => to));
    assert.deepEqual([people.size, smtp.received.length], [20, 20]);
    const { items } = await core.attempts
      .of(owner.id).ofRun((await core.runs.of(owner.id).latest()).items[0]!.id);
    assert.ok(
      items.every(({ number }) => number === 1),
      "it cost nobody a try",
    );
  }, { delay: 300 }));

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
