import assert from "node:assert/strict";
import { type TestDelivery, withDelivery } from "./test_delivery.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function outcomes({ core, owner }: TestDelivery, mailingId: string) {
  const { items: [run] } = await core.runs.of(owner.id).list(mailingId);
  assert.ok(run);
  const { items } = await core.attempts.of(owner.id).ofRun(run.id, {
    limit: 100,
  });
  return {
    run,
    totals: await core.delivery.totals(run),
    attempts: items.map(({ email, number, outcome, reply }) =>
      `${email.split("@")[0]} ${number} ${outcome}: ${reply}`
    ),
  };
}

Deno.test("a refused message is recorded with the server's answer and not tried again", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients, launch, pass } = world;
    await addClients(2);
    transport.answer = ({ address }) =>
      address.startsWith("client1@")
        ? { kind: "refused", reply: "550 5.1.1 No such user" }
        : { kind: "delivered", reply: "250 Ok" };
    const { id } = await launch();
    await core.delivery.run();
    pass(24 * HOUR);
    await core.delivery.run();
    const { run, totals, attempts } = await outcomes(world, id);
    assert.deepEqual(attempts.sort(), [
      "client1 1 refused: 550 5.1.1 No such user",
      "client2 1 delivered: 250 Ok",
    ]);
    assert.equal(totals.refused, 1);
    assert.equal(run.state, "finished");
  });
});

Deno.test("a deferred message is tried again later under the same message id", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients, launch, pass } = world;
    await addClients(1);
    transport.answer = () => ({ kind: "deferred", reply: "450 Try later" });
    const { id } = await launch();
    await core.delivery.run();
    await core.delivery.run();
    assert.equal(transport.tried.length, 1, "not before its time");
    assert.equal((await outcomes(world, id)).run.state, "sending");
    transport.answer = () => ({ kind: "delivered", reply: "250 Ok" });
    pass(MINUTE);
    await core.delivery.run();
    const { run, attempts } = await outcomes(world, id);
    assert.deepEqual(attempts, [
      "client1 1 deferred: 450 Try later",
      "client1 2 delivered: 250 Ok",
    ]);
    assert.equal(run.state, "finished");
    assert.equal(transport.tried[0]?.messageId, transport.tried[1]?.messageId);
  });
});

Deno.test("a message deferred for too long is given up", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients, launch, pass } = world;
    await addClients(1);
    transport.answer = () => ({ kind: "deferred", reply: "450 Mailbox busy" });
    const { id } = await launch();
    let rounds = 0;
    for (; rounds < 40; rounds++) {
      await core.delivery.run();
      if ((await outcomes(world, id)).run.state === "finished") break;
      pass(8 * HOUR);
    }
    const { totals, attempts } = await outcomes(world, id);
    assert.equal(totals.expired, 1);
    assert.equal(attempts.at(-1), "client1 13 expired: 450 Mailbox busy");
    assert.equal(totals.waiting, 0);
  }, { retry: { first: MINUTE, longest: HOUR, tries: 13, age: 72 * HOUR } });
});

Deno.test("trouble of the service itself costs nobody a try and stops all sending for a while", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients, launch, pass } = world;
    await addClients(200);
    transport.answer = () => ({
      kind: "unavailable",
      reply: "connection refused",
    });
    const { id } = await launch();
    const report = await core.delivery.run();
    assert.equal(report.trouble?.reason, "connection refused");
    assert.ok(transport.tried.length <= 10, `${transport.tried.length} tries`);
    assert.deepEqual((await outcomes(world, id)).attempts, []);

    transport.answer = () => ({ kind: "delivered", reply: "250 Ok" });
    pass(HOUR);
    // A round may end while the probe is under way; the next takes the rest.
    for (
      let round = 0;
      round < 20 && transport.delivered.length < 200;
      round++
    ) {
      await core.delivery.run();
    }
    assert.equal(transport.delivered.length, 200);
    const { run, attempts } = await outcomes(world, id);
    assert.equal(run.state, "finished");
    assert.deepEqual(
      attempts.filter((attempt) => !/ 1 delivered/.test(attempt)),
      [],
    );
  }, { inFlight: 5 });
});

Deno.test("after a break one message probes the service, and a failed probe lengthens the break", async () => {
  await withDelivery(async ({ core, transport, addClients, launch, pass }) => {
    await addClients(100);
    transport.answer = () => ({ kind: "unavailable", reply: "421 Too busy" });
    await launch();
    await core.delivery.run();
    const before = transport.tried.length;
    pass(MINUTE);
    const report = await core.delivery.run();
    assert.equal(transport.tried.length, before + 1);
    assert.ok(report.trouble);
  }, { inFlight: 5 });
});

Deno.test("another worker knows of the break from the store", async () => {
  await withDelivery(
    async ({ core, transport, addClients, launch, another }) => {
      await addClients(50);
      transport.answer = () => ({
        kind: "unavailable",
        reply: "connection refused",
      });
      await launch();
      await core.delivery.run();
      const before = transport.tried.length;
      const report = await (await another()).delivery.run();
      assert.equal(transport.tried.length, before);
      assert.equal(report.trouble?.reason, "connection refused");
    },
    { inFlight: 5 },
  );
});

Deno.test("a few troubles in between are waited out within the same run of the mailing", async () => {
  await withDelivery(async ({ core, transport, addClients, launch, pass }) => {
    await addClients(20);
    let troubles = 0;
    transport.answer = () =>
      ++troubles % 5 === 0
        ? { kind: "unavailable", reply: "timeout" }
        : { kind: "delivered", reply: "250 Ok" };
    await launch();
    await core.delivery.run();
    pass(MINUTE);
    await core.delivery.run();
    pass(MINUTE);
    await core.delivery.run();
    assert.equal(transport.delivered.length, 20);
  }, { inFlight: 1 });
});

Deno.test("a transport that breaks its promise and throws loses nothing", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients, launch, another } = world;
    await addClients(30);
    transport.answer = () => {
      throw new Error("a fault in the transport");
    };
    const { id } = await launch();
    const ending = new AbortController();
    const stuck = core.delivery.run({ signal: ending.signal });
    await new Promise((resolve) => setTimeout(resolve, 50));
    ending.abort();
    await stuck;
    transport.answer = () => ({ kind: "delivered", reply: "250 Ok" });
    await (await another()).delivery.run();
    assert.equal((await outcomes(world, id)).totals.delivered, 30);
  });
});

Deno.test("an account mail survives the trouble of the service and goes out later", async () => {
  await withDelivery(async ({ core, transport, pass }) => {
    transport.answer = () => ({
      kind: "unavailable",
      reply: "connection refused",
    });
    await core.users.register({
      email: "anna@example.com",
      name: "Anna",
      password: "a long secret",
      timeZone: "UTC",
    });
    await core.delivery.run();
    assert.equal(transport.delivered.length, 0);
    transport.answer = () => ({ kind: "delivered", reply: "250 Ok" });
    pass(HOUR);
    await core.delivery.run();
    assert.equal(transport.delivered.length, 1);
  });
});

Deno.test("outcomes too many for one operation are settled in parts, and nothing is sent twice", async () => {
  await withDelivery(async ({ core, transport, addClients, launch }) => {
    await addClients(1_200);
    transport.answer = async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return { kind: "refused", reply: "550 5.1.1 No such user" };
    };
    await launch();
    await core.delivery.run();
    assert.equal(transport.tried.length, 1_200);
  }, { inFlight: 1_200, settleBatch: 1_200, planBatch: 400 });
});

Deno.test("while outcomes cannot be written, a run is set back instead of being sent again and again", async () => {
  await withDelivery(async ({ core, transport, addClients, launch, pass }) => {
    await addClients(20);
    await launch();
    const transact = core.store.transact.bind(core.store);
    transport.answer = () => {
      core.store.transact = () => Promise.reject(new Error("disk full"));
      return { kind: "delivered", reply: "250 Ok" };
    };
    await core.delivery.run({ signal: AbortSignal.timeout(150) });
    assert.ok(transport.tried.length <= 20, `${transport.tried.length} tries`);
    core.store.transact = transact;
    transport.answer = () => ({ kind: "delivered", reply: "250 Ok" });
    pass(HOUR);
    await core.delivery.run();
    const reached = new Set(transport.delivered.map(({ address }) => address));
    assert.equal(reached.size, 20);
  });
});

Deno.test("a message that brings the service trouble each time is given up in the end, and all others go out", async () => {
  await withDelivery(async (world) => {
    const { core, transport, addClients, launch, pass } = world;
    await addClients(20);
    transport.answer = ({ address }) =>
      address === "client7@example.com"
        ? { kind: "unavailable", reply: "Connection reset by peer" }
        : { kind: "delivered", reply: "250 Ok" };
    const { id } = await launch();
    await core.delivery.run();
    assert.equal(transport.delivered.length, 19);
    for (let hours = 0; hours < 80; hours++) {
      pass(HOUR);
      await core.delivery.run();
    }
    const { run, totals, attempts } = await outcomes(world, id);
    assert.equal(totals.expired, 1);
    assert.ok(
      attempts.includes("client7 1 expired: Connection reset by peer"),
    );
    assert.equal(run.state, "finished");
  });
});
