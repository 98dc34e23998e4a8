import assert from "node:assert/strict";
import { Builder } from "fresh/dev";
import type { Page } from "playwright-core";
import { createPasswords } from "../../core/access/passwords.ts";
import { NO_PROXIES } from "../../core/trusted_proxies.ts";
import { type Core, createCore } from "../../core/core.ts";
import { openTransport } from "../../core/delivery/transports/open.ts";
import type { Transport } from "../../core/delivery/transports/transport.ts";
import { openStore } from "../../core/storage/mod.ts";
import type { User } from "../../core/users/user.ts";
import { buildStyles } from "../../styles/build.ts";
import { createApp } from "../../web/app.ts";
import { FIRST_GROUPS } from "../../web/first_groups.ts";
import { ROOT } from "../source_files.ts";
import { launchChromium } from "./chromium.ts";

/** How long a page may take to show what a test waits for, in milliseconds. */
const PATIENCE = 10_000;

/** What Chromium says of a form that comes back with what is wrong in it: no trouble. */
const REFUSED_FORM = /status of 422/;

/** How wide a window is and what it prefers. */
export interface Look {
  width: number;
  colorScheme?: "light" | "dark";
  /** The language that its browser asks for. */
  locale?: string;
  /** The time zone of the machine it runs on. */
  timeZone?: string;
  /** Who is signed in. */
  user?: User;
  /** Its browser runs no scripts. */
  isScriptless?: boolean;
}

/** A site that is really served, with its worker, and a browser before it. */
export interface Stage {
  core: Core;
  /** The site's address, without a slash at the end. */
  url: string;
  /** A window with cookies of its own; whatever goes wrong in it fails the test. */
  open(look?: Look): Promise<Page>;
}

/** How a test's site departs from the usual. */
export interface StageOptions {
  /** Stands before the mailbox, to play a mail service that does not take everything. */
  through?: (mailbox: Transport) => Transport;
}

/** Runs a test in a browser; fails on any console error and any request that fails. */
export async function onStage(
  test: (stage: Stage) => Promise<void>,
  options: StageOptions = {},
): Promise<void> {
  await buildStyles({ root: ROOT });
  const site = await serve(options);
  const browser = await launchChromium();
  const troubles: string[] = [];
  const pages: Page[] = [];
  try {
    await test({
      ...site,
      async open(look = { width: 1280 }) {
        const {
          width,
          colorScheme = "light",
          locale = "en-GB",
          user,
          timeZone,
        } = look;
        const javaScriptEnabled = !look.isScriptless;
        const viewport = { width, height: 900 };
        const context = await browser.newContext({
          viewport,
          colorScheme,
          locale,
          ...(timeZone !== undefined && { timezoneId: timeZone }),
          javaScriptEnabled,
          reducedMotion: "reduce",
        });
        if (user) {
          const { token } = await site.core.sessions.start(user);
          await context.addCookies([{
            name: "session",
            value: token,
            url: site.url,
          }]);
        }
        const page = await context.newPage();
        page.setDefaultTimeout(PATIENCE);
        pages.push(page);
        listen(page, { troubles, ...look });
        return page;
      },
    });
    assert.deepEqual(troubles, []);
  } catch (error) {
    const open = pages.filter((page) => !page.isClosed());
    await Promise.all(open.map(keepPicture));
    throw error;
  } finally {
    await browser.close();
    await site.close();
  }
}

/** Keeps what a failed test saw last, for a person to look at. */
async function keepPicture(page: Page, index: number): Promise<void> {
  const path = `${ROOT}/tests/screenshots/failed-${index + 1}.png`;
  await page.screenshot({ path, fullPage: true });
}

async function serve({ through = (mailbox) => mailbox }: StageOptions) {
  const applyRoutes = await new Builder({ root: ROOT }).build({
    snapshot: "memory",
  });
  const store = await openStore(":memory:");
  const { now } = store;
  const transport = through(openTransport(new URL("mailbox:"), { store, now }));
  const { promise: listening, resolve } = Promise.withResolvers<string>();
  let handle: Deno.ServeHandler = () => new Response(null, { status: 503 });
  const server = Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    onListen: ({ port }) => resolve(`http://127.0.0.1:${port}`),
  }, (request, info) => handle(request, info));
  const url = await listening;
  const core = await createCore({
    store,
    transport,
    baseUrl: url,
    mailFrom: "post@sendoff.example",
    passwords: createPasswords({ cost: { N: 16, r: 1, p: 1 } }),
  });
  await core.groups.loadFirst(FIRST_GROUPS);
  const app = createApp(core, {
    baseUrl: url,
    hasMailbox: true,
    isLocal: true,
    trustedProxies: NO_PROXIES,
  });
  applyRoutes(app);
  handle = app.handler();
  const ending = new AbortController();
  const working = core.delivery.stay(ending.signal);
  return {
    core,
    url,
    async close() {
      ending.abort();
      await working;
      await server.shutdown();
      await transport.close();
      store.close();
    },
  };
}

/** Notes every console error, exception, failed request and answer that is an error. */
function listen(
  page: Page,
  { troubles, isScriptless }:
    & { troubles: string[] }
    & Pick<Look, "isScriptless">,
): void {
  page.on("console", (message) => {
    if (REFUSED_FORM.test(message.text())) return;
    if (message.type() === "error" || message.type() === "warning") {
      troubles.push(
        `console ${message.type()}: ${message.text()} at ${page.url()}`,
      );
    }
  });
  page.on(
    "pageerror",
    (error) => troubles.push(`exception: ${error} at ${page.url()}`),
  );
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // Leaving a page ends what is still on its way.
    if (reason === "net::ERR_ABORTED") return;
    // What a browser that runs no scripts does not fetch.
    if (reason === "csp" && isScriptless) return;
    troubles.push(`request failed: ${request.url()} ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && response.status() !== 422) {
      troubles.push(`${response.status()} ${response.url()}`);
    }
  });
}
