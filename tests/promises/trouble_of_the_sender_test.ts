import assert from "node:assert/strict";
import type { Outcome } from "../../core/delivery/outcome.ts";
import { POLICY } from "../../core/delivery/policy.ts";
import {
  DELIVERED,
  type TestDelivery,
  TestTransport,
  withDelivery,
} from "../../core/delivery/test_delivery.ts";
import { launch, withCompany } from "../journeys/company.ts";

const BLOCKED: Outcome = {
  kind: "blocked",
  reply:
    "550 5.7.515 Access denied, sending domain a.example does not meet the required authentication level",
  isForNow: false,
};
/** Watched by the usual figures, but often. */
const WATCHED = { halting: { ...POLICY.halting, every: 2 } };

function domainOf(address: string): string {
  return address.slice(address.indexOf("@") + 1);
}

/** Has a domain's server, or several, take nothing from the sender. */
function block({ transport }: TestDelivery, domains: readonly string[]): void {
  transport.answer = ({ address }) =>
    domains.includes(domainOf(address)) ? BLOCKED : DELIVERED;
}

async function addClientsAt(
  { core, owner }: TestDelivery,
  counts: Record<string, number>,
): Promise<void> {
  for (const [domain, count] of Object.entries(counts)) {
    await core.clients.of(owner.id).createMany(
      Array.from({ length: count }, (_, n) => ({
        email: `client${n}@${domain}`,
        name: `Client ${n}`,
        comment: "",
      })),
    );
  }
}

/** How often each domain's server was asked. */
function triedAt({ transport }: TestDelivery, domain: string): number {
  return transport.tried
    .filter(({ address }) =>
      address.startsWith("client") && domainOf(address) === domain
    ).length;
}

async function standing({ core, owner }: TestDelivery, id: string) {
  const mailing = await core.mailings.of(owner.id).get(id);
  const [run] = await Array.fromAsync(core.runs.of(owner.id).iterateOf(id));
  assert.ok(run);
  return { mailing, totals: await core.delivery.totals(run) };
}

Deno.test("where every receiver blocks the sender the mailing stops, and costs no recipient a verdict", async () => {
  await withDelivery(async (world) => {
    const { core, launch } = world;
    await addClientsAt(world, {
      "a.example": 9,
      "b.example": 8,
      "c.example": 6,
    });
    const { id } = await launch();
    block(world, ["a.example", "b.example", "c.example"]);
    await core.delivery.run();
    const { mailing, totals } = await standing(world, id);
    assert.equal(mailing.status, "paused");
    assert.equal(mailing.halted?.reason, "not-authenticated");
    assert.equal(mailing.halted?.blocked?.reply, BLOCKED.reply);
    assert.equal(totals.refused + totals.expired, 0);
    assert.equal(totals.waiting, 23);
  }, WATCHED);
});

Deno.test("once the sender is in order and the owner resumes, everybody gets the mail", async () => {
  await withDelivery(async (world) => {
    const { core, owner, transport, launch, pass } = world;
    await addClientsAt(world, { "a.example": 12 });
    const { id } = await launch();
    block(world, ["a.example"]);
    await core.delivery.run();
    assert.ok((await standing(world, id)).mailing.halted);
    block(world, []);
    await core.mailings.of(owner.id).resume(id);
    for (let n = 0; n < 3; n++) {
      pass(60_000);
      await core.delivery.run();
    }
    const { mailing, totals } = await standing(world, id);
    assert.equal(mailing.status, "completed");
    assert.equal(totals.delivered, 12);
    const clients = transport.delivered.filter(({ address }) =>
      address.startsWith("client")
    );
    assert.equal(clients.length, 12);
  }, WATCHED);
});

Deno.test("one odd receiver stops no mailing: the others get their mail, and it is asked seldom", async () => {
  await withDelivery(async (world) => {
    const { core, launch } = world;
    await addClientsAt(world, { "odd.example": 30, "good.example": 400 });
    const { id } = await launch();
    block(world, ["odd.example"]);
    await core.delivery.run();
    const { mailing, totals } = await standing(world, id);
    assert.equal(mailing.halted, undefined);
    assert.equal(mailing.status, "running");
    assert.equal(totals.delivered, 400);
    assert.equal(totals.waiting, 30);
    assert.equal(totals.refused, 0);
    assert.ok(triedAt(world, "odd.example") < 30);
  }, { ...WATCHED, inFlight: 4 });
});

Deno.test("a receiver that blocks for now is left alone, and stops nothing", async () => {
  await withDelivery(async (world) => {
    const { core, transport, launch, pass } = world;
    await addClientsAt(world, { "busy.example": 20 });
    const { id } = await launch();
    transport.answer = () => ({
      kind: "blocked",
      reply: "451 4.7.650 The mail server has been temporarily rate limited",
      isForNow: true,
    });
    await core.delivery.run();
    assert.equal((await standing(world, id)).mailing.halted, undefined);
    transport.answer = () => DELIVERED;
    for (let n = 0; n < 4; n++) {
      pass(60_000);
      await core.delivery.run();
    }
    assert.equal((await standing(world, id)).totals.delivered, 20);
  }, WATCHED);
});

Deno.test("its owner reads why nothing goes out, what the server said and what to do", () => {
  const transport = new TestTransport();
  transport.answer = ({ address }) =>
    address.startsWith("client") ? BLOCKED : DELIVERED;
  return withCompany(async (company) => {
    const { browser, core, deliver, user } = company;
    await core.clients.of(user.id).createMany([1, 2, 3].map((n) => ({
      email: `client${n}@a.example`,
      name: `Client ${n}`,
    })));
    const path = await launch(company);
    await deliver();
    const { text } = await browser.get(path);
    assert.match(
      text,
      /mail servers take nothing from this sender.*messages? waits?:.*Sender is not authenticated.*550 5\.7\.515.*set up SPF, DKIM and DMARC/,
    );
    const mail = transport.delivered.find(({ address }) =>
      address === user.email
    );
    assert.match(mail?.text ?? "", /was stopped[\s\S]*SPF, DKIM and DMARC/);
  }, { transport, policy: WATCHED });
});
