import assert from "node:assert/strict";
import type { Browser } from "../journeys/browser.ts";
import { withSite } from "../journeys/site.ts";
import { makeDueMailing } from "../journeys/due_mailing.ts";
import type { Fault } from "./fault.ts";
import { withFault } from "./fault_scene.ts";

const CLIENTS = 2_000;
const PAGES = 30;
/** No figure, but an end: a page that waits for the mail service would never come, in milliseconds. */
const AT_ALL = 5_000;
const FAULTS: Record<string, Fault> = {
  "never answers": { ".": { does: "stall" } },
  "takes leave at every message": {
    MAIL: { does: "say", reply: "421 4.7.0 enough" },
  },
  "answers a byte at a time": { MAIL: { does: "drip", reply: "250 slowly" } },
  "puts everybody off": { RCPT: { does: "say", reply: "451 4.3.0 later" } },
};

for (const [what, fault] of Object.entries(FAULTS)) {
  Deno.test(`pages answer while a mail server under full load ${what}`, async () => {
    const row = { name: what, fault, outcomes: [] };
    await withFault(
      row,
      { pipelining: true },
      ({ transport, server }) =>
        withSite(async ({ core, browser, signIn }) => {
          const made = await makeDueMailing(core, { clients: CLIENTS });
          const stranger = browser();
          const owner = await signIn(await core.users.get(made.ownerId));
          const ending = new AbortController();
          const staying = core.delivery.stay(ending.signal);
          while (server.heard === 0) await pause(10);
          for (let n = 0; n < PAGES; n++) {
            await assertAnswers(stranger, "/");
            await assertAnswers(owner, "/mailings");
          }
          ending.abort();
          server.fault = undefined;
          server.hangUpAll();
          await staying;
        }, { transport }),
    );
  });
}

async function assertAnswers(browser: Browser, path: string): Promise<void> {
  const start = performance.now();
  const { status } = await browser.get(path);
  assert.equal(status, 200, path);
  assert.ok(performance.now() - start < AT_ALL, `${path} came too late`);
  await pause(2);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
