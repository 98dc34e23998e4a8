import assert from "node:assert/strict";
import { DELIVERED, withDelivery } from "../core/delivery/test_delivery.ts";
import type { Outcome } from "../core/delivery/outcome.ts";
import { isHeldUp, sentenceOfWaiting } from "./run_report.ts";

const DOWN: Outcome = { kind: "unavailable", reply: "421 4.3.2 Closing down" };
const ALONE = { stopped: false };

Deno.test("messages that a mail service in trouble did not take are held up", async () => {
  await withDelivery(async ({ core, transport, addClients, launch }) => {
    await addClients(2);
    await launch();
    transport.answer = () => DOWN;
    const report = await core.delivery.run();
    assert.equal(report.trouble, undefined, "too few for a breaker");
    assert.ok(isHeldUp(report, ALONE));
    assert.equal(
      sentenceOfWaiting(report, ALONE),
      "The mail service is in trouble: 421 4.3.2 Closing down. " +
        "2 messages of 1 mailing wait. " +
        "They go out with the next runmailing or a running server.",
    );
  });
});

Deno.test("one message that met trouble while others were delivered is put off and no more", async () => {
  await withDelivery(async ({ core, transport, addClients, launch }) => {
    await addClients(3);
    await launch();
    transport.answer = ({ address }) =>
      address === "client2@example.com" ? DOWN : DELIVERED;
    const report = await core.delivery.run();
    assert.equal(isHeldUp(report, ALONE), false);
    assert.match(
      sentenceOfWaiting(report, ALONE) ?? "",
      /^What waits is tried again from 1 March at .* with the next runmailing/,
    );
  });
});

Deno.test("a round in which nothing of what waits is due says when it will be", async () => {
  await withDelivery(async ({ core, transport, addClients, launch }) => {
    await addClients(1);
    await launch();
    transport.answer = () => DOWN;
    await core.delivery.run();
    const report = await core.delivery.run();
    assert.equal(isHeldUp(report, ALONE), false);
    assert.match(
      sentenceOfWaiting(report, ALONE) ?? "",
      /^What waits is tried/,
    );
  });
});

Deno.test("nothing is said of the waiting where none do, or where they wait for a person", async () => {
  await withDelivery(async (world) => {
    const { core, owner, transport, addClients, launch, pass } = world;
    await addClients(1);
    const { id } = await launch();
    transport.answer = () => DOWN;
    await core.delivery.run();
    await core.mailings.of(owner.id).pause(id);
    const paused = await core.delivery.run();
    assert.equal(paused.runs[0]?.totals.waiting, 1);
    assert.equal(sentenceOfWaiting(paused, ALONE), undefined);
    await core.mailings.of(owner.id).resume(id);
    pass(3_600_000);
    transport.answer = () => DELIVERED;
    const done = await core.delivery.run();
    assert.equal(sentenceOfWaiting(done, ALONE), undefined);
  });
});
