import assert from "node:assert/strict";
import { SmtpTransport } from "../../core/delivery/transports/smtp/transport.ts";
import type { Deed, Fault } from "../chaos/fault.ts";
import { FaultServer } from "../chaos/fault_server.ts";
import { launch, withCompany } from "../journeys/company.ts";
import { waitFor } from "../wait_for.ts";

/** How soon mail has to go on once the service is well again, in seconds. */
const AT_MOST = 15;
/** How long each trouble lasts, in milliseconds. */
const TROUBLE = 6_000;
const TICK = 20;
const MINUTE = 60_000;

const SILENT: Deed = { does: "stall" };
const NONSENSE: Deed = { does: "say", reply: "What do you want?" };
const CLOSING: Deed = { does: "say", reply: "421 4.3.2 shutting down" };
const WRONG_PASSWORD: Deed = { does: "say", reply: "535 5.7.8 wrong" };

/** Undefined: it takes no connections. */
const TROUBLES: Record<string, Fault | undefined> = {
  "a closed port": undefined,
  "silence in place of the greeting": { greeting: SILENT },
  "silence at EHLO": { EHLO: SILENT },
  "silence at AUTH": { AUTH: SILENT },
  "silence at MAIL": { MAIL: SILENT },
  "silence at RCPT": { RCPT: SILENT },
  "silence at DATA": { DATA: SILENT },
  "nonsense in place of the greeting": { greeting: NONSENSE },
  "nonsense at MAIL": { MAIL: NONSENSE },
  "421 in place of the greeting": { greeting: CLOSING },
  "421 at MAIL": { MAIL: CLOSING },
  "a wrong password": { AUTH: WRONG_PASSWORD },
};

/** A mailing and a mail about an account meet a trouble, which then ends; what was silent stays so. */
async function recover(fault: Fault | undefined): Promise<void> {
  await using server = await FaultServer.start(fault ? { fault } : {});
  if (!fault) await server.close();
  const transport = new SmtpTransport(
    new URL(`smtp://me:secret@127.0.0.1:${server.port}?tls=off`),
    { now: () => new Date() },
  );
  await withCompany(async (company) => {
    const { core, user, pass } = company;
    // The site's clock goes along with ours.
    const clock = setInterval(() => pass(TICK / MINUTE), TICK);
    const ending = new AbortController();
    const working = core.delivery.stay(ending.signal);
    try {
      await launch(company);
      await core.users.requestPasswordReset(user.email);
      await new Promise((resolve) => setTimeout(resolve, TROUBLE));
      assert.equal(server.taken.length, 0);
      if (fault) server.fault = undefined;
      else await server.listen();
      const everybody = () => new Set(server.taken.map(({ to }) => to)).size;
      await waitFor("everybody's mail", () => everybody() === 4, AT_MOST);
    } finally {
      clearInterval(clock);
      ending.abort();
      server.hangUpAll();
      await working;
    }
  }, { transport });
}

Deno.test("from each trouble mailings and mails about accounts go on within seconds of the service's return", async () => {
  const results = await Promise.allSettled(
    Object.values(TROUBLES).map((fault) => recover(fault)),
  );
  const failed = Object.keys(TROUBLES).flatMap((trouble, n) => {
    const result = results[n];
    return result?.status === "rejected" ? `${trouble}: ${result.reason}` : [];
  });
  assert.deepEqual(failed, []);
});
