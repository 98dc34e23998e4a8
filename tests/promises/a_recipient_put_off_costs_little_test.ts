import assert from "node:assert/strict";
import { serialize } from "node:v8";
import { createPasswords } from "../../core/access/passwords.ts";
import { createCore } from "../../core/core.ts";
import type { Outcome } from "../../core/delivery/outcome.ts";
import { DELIVERED, withDelivery } from "../../core/delivery/test_delivery.ts";
import { createStore } from "../../core/storage/mod.ts";

const HOUR = 3_600_000;
const PEOPLE = 400;
const FEW = 40;
const START = Date.parse("2026-03-01T12:00:00Z");
/** What one recipient who was put off once may take of the store, in bytes. */
const MOST = 600;
const PASSWORDS = createPasswords({ cost: { N: 2, r: 1, p: 1 } });

/** What a run took of the store: while some are put off, and when it is through. */
interface Taken {
  waiting: number;
  finished: number;
}

/** Keys and values of everything in a store; what runs once for all of a run is among it. */
async function bytesOf(kv: Deno.Kv): Promise<number> {
  let bytes = 0;
  for await (const { key, value } of kv.list({ prefix: [] })) {
    bytes += keyBytes(key) + serialize(plain(value)).length;
  }
  return bytes;
}

function keyBytes(key: Deno.KvKey): number {
  const lengths = key.map((part) =>
    typeof part === "string" ? new TextEncoder().encode(part).length + 2 : 9
  );
  return lengths.reduce((sum, length) => sum + length, 0);
}

function plain(value: unknown): unknown {
  return value instanceof Deno.KvU64 ? value.value : value;
}

/** Sends a mailing of which one in so many is put off once, each with words of their own. */
async function send(isPutOff: (number: number) => boolean): Promise<Taken> {
  const kv = await Deno.openKv(":memory:");
  let time = START;
  let isLater = false;
  const store = createStore(kv, { now: () => new Date(time) });
  const core = await createCore({
    store,
    transport: {
      name: "greylisting",
      send: (_letter, { address }): Promise<Outcome> =>
        Promise.resolve(
          !isLater && isPutOff(Number(address.match(/\d+/)?.[0]))
            ? { kind: "deferred", reply: `450 4.2.0 <${address}>: Greylisted` }
            : { kind: "delivered", reply: "250 2.0.0 Ok: queued as 4Qx1yz" },
        ),
      close: () => Promise.resolve(),
    },
    baseUrl: "https://sendoff.example",
    mailFrom: "news@sendoff.example",
    passwords: PASSWORDS,
    policy: { poll: 2 },
  });
  try {
    const { id: ownerId } = await core.users.create({
      email: "owner@example.com",
      name: "Harbour Books",
      password: "correct horse",
      groups: ["owner"],
      timeZone: "UTC",
    });
    await core.clients.of(ownerId).createMany(
      Array.from({ length: PEOPLE }, (_, n) => ({
        email: `client${n}@example.com`,
        name: `Client ${n}`,
        comment: "",
      })),
    );
    const text = await core.messages.of(ownerId)
      .create({ subject: "News", body: "Dear {{name}}" });
    await core.mailings.of(ownerId).create({
      name: "News",
      textId: text.id,
      audience: { kind: "everyone" },
      schedule: {
        startsAt: "2026-03-01T12:00:00",
        timeZone: "UTC",
        repeat: "once",
      },
    }, { launch: true });
    const before = await bytesOf(kv);
    await core.delivery.run();
    const waiting = await bytesOf(kv) - before;
    isLater = true;
    time += HOUR;
    await core.delivery.run();
    const { items: [run] } = await core.runs.of(ownerId).latest();
    assert.ok(run);
    assert.equal((await core.delivery.totals(run)).delivered, PEOPLE);
    const { deferrals } = await core.statistics.ofRun(run);
    const putOff = Array.from({ length: PEOPLE }, (_, n) => n).filter(isPutOff);
    assert.equal(deferrals, putOff.length);
    return { waiting, finished: await bytesOf(kv) - before };
  } finally {
    store.close();
  }
}

const usual = send(() => false);

for (const every of [1, 4, 20]) {
  Deno.test(`a recipient put off once takes less than ${MOST} bytes of the store where one in ${every} is`, async () => {
    const { finished } = await usual;
    const taken = await send((number) => number % every === 0);
    const putOff = PEOPLE / every;
    const atOnce = finished / PEOPLE;
    for (const moment of ["waiting", "finished"] as const) {
      const more = (taken[moment] - finished) / putOff;
      const each = Math.round(atOnce + more);
      assert.ok(each < MOST, `${each} bytes when ${moment}`);
    }
  });
}

Deno.test("whoever was put off is listed with all tries, in whatever order the answers came", async () => {
  await withDelivery(async (world) => {
    const { core, owner, transport, addClients, launch, pass } = world;
    await addClients(FEW);
    const { id } = await launch();
    const asked: (() => void)[] = [];
    transport.answer = ({ address }) =>
      new Promise((resolve) => {
        const reply = `450 4.2.0 <${address}>: Greylisted`;
        asked.push(() => resolve({ kind: "deferred", reply }));
        if (asked.length === FEW) {
          for (const answer of asked.reverse()) answer();
        }
      });
    await core.delivery.run();
    transport.answer = () => DELIVERED;
    pass(HOUR);
    await core.delivery.run();
    const { items: [run] } = await core.runs.of(owner.id).list(id);
    assert.ok(run);
    const own = core.attempts.of(owner.id);
    const tries = await Array.fromAsync(own.iterate(run.id));
    assert.equal(tries.length, 2 * FEW);
    const ids = tries.map((attempt) => attempt.id);
    assert.deepEqual(ids, ids.toSorted());
    for (const { clientId } of tries) {
      const theirs = await own.ofClientIn(run.id, clientId);
      const outcomes = theirs.map(({ outcome }) => outcome);
      assert.deepEqual(outcomes, ["delivered", "deferred"]);
    }
  });
});
