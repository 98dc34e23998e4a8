import assert from "node:assert/strict";
import type { Core } from "../../core/core.ts";
import { HttpTransport } from "../../core/delivery/transports/http/transport.ts";
import type { MailingRun } from "../../core/mailings/run.ts";
import { assertNothingHalfDone } from "./aftermath.ts";
import { endedRun } from "./ended_run.ts";
import { endless, HttpFaultServer, WELL } from "./http_fault_server.ts";
import { HTTP_FAULTS } from "./http_faults.ts";
import {
  type Company,
  foundCompany,
  PEOPLE,
  SmallWorld,
} from "./small_world.ts";

/** All but the one who has unsubscribed. */
const REACHED = PEOPLE.filter((name) => name !== "left").sort();
const SHORT = { connect: 3_000, headers: 500, body: 500, close: 100 };

const ALL = {
  ...HTTP_FAULTS,
  "answers without an end": [endless(), { inDoubt: true }],
} as const;

for (const [name, [fault, { inDoubt }]] of Object.entries(ALL)) {
  Deno.test(
    `after a service that ${name}, everybody has the mail, ${
      inDoubt ? "twice only where that is known" : "once"
    }`,
    () =>
      withServer(async (server) => {
        server.fault = fault;
        const { counts, unknown } = await mailed(server);
        const repeated = namesWith(counts, (count) => count > 1);
        assert.deepEqual([...counts.keys()].sort(), REACHED);
        assert.deepEqual(repeated.filter((each) => !unknown.has(each)), []);
        assert.equal(unknown.size > 0, inDoubt);
      }),
  );
}

Deno.test("after a service that was away, everybody has the mail once", () =>
  withServer(async (server) => {
    await server.stop();
    const { counts, unknown } = await mailed(server, () => server.start());
    assert.deepEqual(namesWith(counts, (count) => count === 1), REACHED);
    assert.equal(unknown.size, 0);
  }));

interface Mailed {
  /** How often the service took the mail to each. */
  counts: Map<string, number>;
  /** Whose mail is known to have been in doubt. */
  unknown: Set<string>;
}

/** Sends a mailing while the service fails, and goes on with it once that is over. */
async function mailed(
  server: HttpFaultServer,
  heal: () => Promise<void> = () => Promise.resolve(),
): Promise<Mailed> {
  const kv = await Deno.openKv(":memory:");
  const world = new SmallWorld(kv);
  const transport = new HttpTransport(server.url, {
    now: world.now,
    timeouts: SHORT,
  });
  try {
    const { core } = await world.start({ transport });
    const company = await foundCompany({ core, world });
    await core.delivery.run();
    await heal();
    server.fault = WELL;
    const run = await endedRun({ core, world }, company, { minutes: 60 });
    const { planned, delivered } = await core.delivery.totals(run);
    assert.deepEqual([planned, delivered], [REACHED.length, REACHED.length]);
    await assertNothingHalfDone({ core, world });
    return {
      counts: countsOf(server),
      unknown: await unknownIn(core, company, run),
    };
  } finally {
    await transport.close();
    kv.close();
  }
}

function countsOf({ taken }: HttpFaultServer): Map<string, number> {
  const keys = new Set(taken.map(({ key }) => key));
  const counts = new Map<string, number>();
  for (const { address } of taken) {
    const name = nameOf(address);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  assert.equal(keys.size, counts.size, "the same key on every try");
  return counts;
}

async function unknownIn(
  core: Core,
  { owner }: Company,
  run: MailingRun,
): Promise<Set<string>> {
  const unknown = new Set<string>();
  for await (const record of core.attempts.of(owner.id).iterate(run.id)) {
    if (record.outcome === "unknown") unknown.add(nameOf(record.email));
  }
  return unknown;
}

function namesWith(
  counts: Map<string, number>,
  holds: (count: number) => boolean,
): string[] {
  return [...counts].filter(([_, count]) => holds(count))
    .map(([name]) => name).sort();
}

function nameOf(address: string): string {
  return address.replace(/@.*/, "");
}

async function withServer(
  test: (server: HttpFaultServer) => Promise<void>,
): Promise<void> {
  const server = new HttpFaultServer();
  await server.start();
  try {
    await test(server);
  } finally {
    await server.stop();
  }
}
