import assert from "node:assert/strict";
import { SmtpTransport } from "../../core/delivery/transports/smtp/transport.ts";
import { FaultServer } from "../chaos/fault_server.ts";
import type { Fault } from "../chaos/fault.ts";
import {
  type Company,
  launch,
  runOn,
  withCompany,
} from "../journeys/company.ts";
import { waitFor } from "../wait_for.ts";

/** How long a word is waited for, in seconds: one that came after minutes fails. */
const AT_MOST = 15;

const TROUBLES: Record<string, { fault?: Fault; says: RegExp }> = {
  "takes no connections": { says: /It cannot be reached\./ },
  "is silent in place of its greeting": {
    fault: { greeting: { does: "stall" } },
    says: /It does not answer\./,
  },
  "talks nonsense in place of its greeting": {
    fault: { greeting: { does: "say", reply: "SSH-2.0-OpenSSH_9.2" } },
    says: /What it answers makes no sense\./,
  },
  "talks nonsense at MAIL": {
    fault: { MAIL: { does: "say", reply: "hello" } },
    says: /What it answers makes no sense\./,
  },
  "lets nobody in": {
    fault: { AUTH: { does: "say", reply: "535 5.7.8 wrong password" } },
    says: /It says: “535 5\.7\.8 wrong password”\./,
  },
  "is closing": {
    fault: { greeting: { does: "say", reply: "421 4.3.2 shutting down" } },
    says: /It says: “421 4\.3\.2 shutting down”\./,
  },
};

/** A company whose mail goes through a server with a fault, at work until the test ends. */
async function withServer(
  fault: Fault | undefined,
  test: (company: Company, server: FaultServer) => Promise<void>,
): Promise<void> {
  await using server = await FaultServer.start(fault ? { fault } : {});
  if (!fault) await server.close();
  const transport = new SmtpTransport(
    new URL(`smtp://me:secret@127.0.0.1:${server.port}?tls=off`),
    { now: () => new Date() },
  );
  await withCompany(async (company) => {
    const ending = new AbortController();
    const working = company.core.delivery.stay(ending.signal);
    try {
      await test(company, server);
    } finally {
      ending.abort();
      await working;
    }
  }, { transport });
}

for (const [trouble, { fault, says }] of Object.entries(TROUBLES)) {
  Deno.test(`where the mail service ${trouble} overview, mailing and run say so, what is done and when`, async () => {
    await withServer(fault, async (company) => {
      const { browser } = company;
      const path = await launch(company);
      const told = async (page: string) => {
        const { text } = await browser.get(page);
        return /takes no mail at the moment/.test(text) ? text : undefined;
      };
      await waitFor("a word", async () => !!await told(path), AT_MOST);
      const run = runOn(await browser.get(path));
      for (const page of [path, run, "/overview"]) {
        const text = await told(page);
        assert.match(text ?? "", says, page);
        assert.match(text ?? "", /nobody counts as failed/);
        assert.match(
          text ?? "",
          /The next try is at \d\d:\d\d:\d\d\.|being tried right now/,
        );
      }
    });
  });
}
