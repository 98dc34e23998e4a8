import assert from "node:assert/strict";
import { LETTER, recipient } from "../../core/delivery/test_letter.ts";
import { SmtpTransport } from "../../core/delivery/transports/smtp/transport.ts";
import { FaultServer } from "../chaos/fault_server.ts";
import { type Company, launch, withCompany } from "../journeys/company.ts";
import { waitFor } from "../wait_for.ts";

const OTHERS = 300;
/** Longer than it takes by far, shorter than a hanging connection holds, in seconds. */
const AT_MOST = 8;

/** Has everything for a domain hang on a server; counts the connections that do. */
class HangingDomain {
  hangs = 0;

  async server(domain: string): Promise<FaultServer> {
    return await FaultServer.start({
      pipelining: true,
      fault: {
        RCPT: (_, line) => {
          if (!line.includes(`@${domain}>`)) return undefined;
          this.hangs++;
          return { does: "stall" };
        },
      },
    });
  }
}

function transportTo({ port }: FaultServer, parameters = ""): SmtpTransport {
  const url = new URL(`smtp://127.0.0.1:${port}?tls=off${parameters}`);
  return new SmtpTransport(url, { now: () => new Date() });
}

async function addClients(
  { core }: Pick<Company, "core">,
  { ownerId, domain, count }: {
    ownerId: string;
    domain: string;
    count: number;
  },
): Promise<void> {
  await core.clients.of(ownerId).createMany(
    Array.from({ length: count }, (_, n) => ({
      email: `client${n}@${domain}`,
      name: `Client ${n}`,
    })),
  );
}

Deno.test("while one owner's domain hangs, another owner's mailing goes out as ever", async () => {
  const hanging = new HangingDomain();
  await using server = await hanging.server("hangs.example");
  const transport = transportTo(server);
  await withCompany(async (company) => {
    const { core, user, owner } = company;
    await addClients(company, {
      ...{ ownerId: user.id, domain: "hangs.example", count: 500 },
    });
    const other = await owner({ email: "other@company.example" });
    const text = await core.messages.of(other.user.id)
      .create({ subject: "News", body: "Dear {{name}}" });
    await addClients(company, {
      ...{ ownerId: other.user.id, domain: "good.example", count: OTHERS },
    });
    const ending = new AbortController();
    const working = core.delivery.stay(ending.signal);
    try {
      await launch(company);
      await waitFor("the hang", () => hanging.hangs > 0, AT_MOST);
      await launch({ ...company, ...other, text });
      const taken = () =>
        server.taken.filter(({ to }) => to.endsWith("@good.example")).length;
      await waitFor("the other's mail", () => taken() === OTHERS, AT_MOST);
    } finally {
      ending.abort();
      await transport.close();
      await working;
    }
  }, { transport });
});

Deno.test("a domain that hangs has a sixth of the connections, and its owner's other mail goes out", async () => {
  const hanging = new HangingDomain();
  await using server = await hanging.server("hangs.example");
  const transport = transportTo(server);
  try {
    const send = (address: string, n: number) =>
      transport.send({ ...LETTER, ownerId: "anna" }, {
        ...recipient(n),
        address,
      });
    const waiting = Array.from(
      { length: 40 },
      (_, n) => send(`client${n}@hangs.example`, n),
    );
    const others = Array.from(
      { length: 40 },
      (_, n) => send(`client${n}@good.example`, n),
    );
    const outcomes = await Promise.all(others);
    assert.ok(outcomes.every(({ kind }) => kind === "delivered"));
    assert.equal(hanging.hangs, 1);
    server.hangUpAll();
    await transport.close();
    await Promise.all(waiting);
  } finally {
    await transport.close();
  }
});
