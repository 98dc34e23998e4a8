import { fileURLToPath } from "node:url";
import { Builder } from "fresh/dev";
import { createPasswords } from "../../core/access/passwords.ts";
import { NO_PROXIES } from "../../core/trusted_proxies.ts";
import { type Core, createCore } from "../../core/core.ts";
import type { ReadMail } from "../../core/delivery/mail_source.ts";
import { type Log, SILENT } from "../../core/log.ts";
import type { Policy } from "../../core/delivery/policy.ts";
import { openTransport } from "../../core/delivery/transports/open.ts";
import type { Transport } from "../../core/delivery/transports/transport.ts";
import { openStore } from "../../core/storage/mod.ts";
import type { User } from "../../core/users/user.ts";
import { createApp } from "../../web/app.ts";
import { FIRST_GROUPS } from "../../web/first_groups.ts";
import type { Site } from "../../web/define.ts";
import { keepSession } from "../../web/session_cookie.ts";
import { Browser } from "./browser.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MINUTE = 60_000;
const applyRoutes = await new Builder({ root: ROOT }).build({
  snapshot: "memory",
});

/** The password of everybody whom `owner` makes. */
export const PASSWORD = "a long secret";

/** What a test may set about its site. */
export type TestSiteOptions = Partial<Site> & {
  /** The instant at which it begins; time stands still but for `pass`. */
  now?: Date;
  /** What mail goes through instead of the mailbox. */
  transport?: Transport;
  /** Departures from the usual figures of the delivery. */
  policy?: Partial<Policy>;
  /** What takes down what happens. */
  log?: Log;
};

/** Somebody with an account, signed in with a browser. */
export interface SignedIn {
  user: User;
  browser: Browser;
}

/** A whole site in this process: a store in memory, a mailbox, cheap passwords. */
export interface TestSite {
  core: Core;
  site: Site;
  /** Answers a request as it is, from a place without a browser. */
  answer(request: Request): Promise<Response>;
  /** A browser that has never been here, with an address of its own. */
  browser(): Browser;
  /** Somebody with an account, in the time zone UTC unless told. */
  owner(details?: Partial<Pick<User, "email" | "name" | "timeZone">>): Promise<
    SignedIn
  >;
  /** A browser of somebody who has an account, signed in. */
  signIn(user: User): Promise<Browser>;
  /** Lets minutes pass. */
  pass(minutes: number): void;
  /** Sends everything that is due: mailings and mails about accounts. */
  deliver(): Promise<void>;
  /** The newest mail about an account that went to an address, once all due are sent. */
  accountMail(address: string): Promise<ReadMail>;
  /** The path of the newest link of a kind ("confirm", "reset") mailed to an address. */
  mailedLink(address: string, kind: string): Promise<string>;
}

/** Runs a test on a site of its own. */
export async function withSite(
  test: (site: TestSite) => Promise<void>,
  options: TestSiteOptions = {},
): Promise<void> {
  const {
    now: start = new Date("2026-11-23T09:00:00Z"),
    transport: another,
    policy = {},
    log = SILENT,
    ...given
  } = options;
  const site: Site = {
    baseUrl: "https://sendoff.test",
    hasMailbox: true,
    isLocal: false,
    trustedProxies: NO_PROXIES,
    ...given,
  };
  let time = start.getTime();
  const store = await openStore(":memory:", { now: () => new Date(time) });
  const mailbox = { store, now: store.now };
  const transport = another ?? openTransport(new URL("mailbox:"), mailbox);
  const core = await createCore({
    store,
    transport,
    baseUrl: site.baseUrl,
    mailFrom: "post@sendoff.test",
    log,
    policy: { poll: 5, ...policy },
    passwords: createPasswords({ cost: { N: 16, r: 1, p: 1 } }),
  });
  await core.groups.loadFirst(FIRST_GROUPS);
  const pass = (minutes: number) => void (time += minutes * MINUTE);
  try {
    await test({ pass, ...around(core, site) });
  } finally {
    await transport.close();
    store.close();
  }
}

function around(core: Core, site: Site): Omit<TestSite, "pass"> {
  const { answer, browser } = doorOf(core, site);
  const deliver = async () => void await core.delivery.run();
  const accountMail = async (address: string) => {
    await deliver();
    const folder = core.mailbox.accountMail({ to: address });
    const { items: [newest] } = await folder.list({ limit: 1 });
    if (!newest) throw new Error(`No mail went to ${address}`);
    return await folder.read(newest.id);
  };
  const signIn = async (user: User) => {
    const signedIn = browser();
    signedIn.keep(await sessionOf(core, { site, user }));
    return signedIn;
  };
  return {
    core,
    site,
    answer,
    browser,
    deliver,
    accountMail,
    signIn,
    async owner(details) {
      const user = await newOwner(core, details);
      return { user, browser: await signIn(user) };
    },
    async mailedLink(address, kind) {
      const { text } = await accountMail(address);
      const link = text.match(new RegExp(`${site.baseUrl}(/${kind}/[\\w-]+)`));
      if (!link?.[1]) throw new Error(`No ${kind} link in: ${text}`);
      return link[1];
    },
  };
}

function doorOf(
  core: Core,
  site: Site,
): Pick<TestSite, "answer" | "browser"> {
  const app = createApp(core, site);
  applyRoutes(app);
  const handle = app.handler();
  const answerTo = (hostname: string) => (request: Request) =>
    handle(request, {
      remoteAddr: { transport: "tcp", hostname, port: 50_000 },
      completed: Promise.resolve(),
    });
  let visitors = 0;
  return {
    answer: answerTo("198.51.100.1"),
    browser: () =>
      new Browser(site.baseUrl, answerTo(`203.0.113.${++visitors}`)),
  };
}

async function newOwner(
  core: Core,
  details: Partial<User> = {},
): Promise<User> {
  return await core.users.create({
    email: "anna@company-n.example",
    name: "Company N",
    timeZone: "UTC",
    ...details,
    password: PASSWORD,
    groups: ["owner"],
  });
}

async function sessionOf(
  core: Core,
  { site, user }: { site: Site; user: User },
): Promise<Headers> {
  const { token } = await core.sessions.start(user);
  const headers = new Headers();
  keepSession(headers, site, token);
  return headers;
}
