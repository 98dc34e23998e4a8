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
/** How much longer a page may take than before: other work on the machine comes and goes, in milliseconds. */
const MORE = 15;
const TIMES = 4;
const FAULTS: Record<string, Fault> = {
  "never answers": { ".": { does: "stall" } },
  "takes leave at every message": {
    MAIL: { does: "say", reply: "421 4.7.0 enough" },
  },
  "answers a byte at a time": { MAIL: { does: "drip", reply: "250 slowly" } },
  "puts everybody off": { RCPT: { does: "say", reply: "451 4.3.0 later" } },
};

for (const [what, fault] of Object.entries(FAULTS)) {
  Deno.test(`pages answer as fast as before while a mail server under full load ${what}`, async () => {
    const row = { name: what, fault, outcomes: [] };
    await withFault(
      row,
      { pipelining: true },
      ({ transport, server }) =>
        withSite(async ({ core, browser, signIn }) => {
          const made = await makeDueMailing(core, { clients: CLIENTS });
          const browsers = {
            stranger: browser(),
            owner: await signIn(await core.users.get(made.ownerId)),
          };
          // What is read and compiled for the first pages counts against nobody.
          await timeOfPages(browsers);
          const before = await timeOfPages(browsers);
          const ending = new AbortController();
          const staying = core.delivery.stay(ending.signal);
          while (server.heard === 0) await pause(10);
          const during = await timeOfPages(browsers);
          ending.abort();
          server.fault = undefined;
          server.hangUpAll();
          await staying;
          assert.ok(
            during <= before * TIMES + MORE,
            `${during} ms a page, ${before} ms before`,
          );
        }, { transport }),
    );
  });
}

/** What a page takes on average, so that none that has to wait is overlooked, in milliseconds. */
async function timeOfPages(
  { stranger, owner }: { stranger: Browser; owner: Browser },
): Promise<number> {
  let total = 0;
  for (let n = 0; n < PAGES; n++) {
    total += await answerTime(stranger, "/");
    total += await answerTime(owner, "/mailings");
  }
  return total / (2 * PAGES);
}

async function answerTime(browser: Browser, path: string): Promise<number> {
  const start = performance.now();
  const { status } = await browser.get(path);
  const time = performance.now() - start;
  assert.equal(status, 200, path);
  assert.ok(time < AT_ALL, `${path} came too late`);
  await pause(2);
  return time;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
