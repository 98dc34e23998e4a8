import { createPasswords } from "../../core/access/passwords.ts";
import { type Core, createCore } from "../../core/core.ts";
import { openTransport } from "../../core/delivery/transports/open.ts";
import { POLICY, type Policy } from "../../core/delivery/policy.ts";
import type { MailingSettings } from "../../core/mailings/mailing.ts";
import { openStore } from "../../core/storage/mod.ts";
import type { User } from "../../core/users/user.ts";
import { startSmtp, type TestSmtp } from "../journeys/smtp_server.ts";
import { waitFor } from "../wait_for.ts";

/** A company that sends through a real mail server, which may be slow, with its worker at work. */
export interface SlowService {
  core: Core;
  owner: User;
  smtp: TestSmtp;
  /** Adds clients `person0@example.com` and so on, and gives their ids in that order. */
  addClients(count: number): Promise<string[]>;
  /** A mailing to everybody, due at once unless told. */
  launch(
    schedule?: Partial<MailingSettings["schedule"]>,
  ): Promise<MailingSettings>;
  /** Resolves once the server has got so many mails. */
  received(count: number): Promise<void>;
  /** Resolves once the newest run has ended, and gives its totals. */
  ended(): Promise<Awaited<ReturnType<Core["delivery"]["totals"]>>>;
  /** Moves the clock, in milliseconds. */
  pass(ms: number): void;
  /** Starts the worker, if it is not at work; it ends with the test. */
  work(): void;
  now(): Date;
}

const CONNECTIONS = 4;
/** How long is waited for what is to happen, in seconds. */
const PATIENCE = 30;

/** Runs a test with a mail server that takes so many milliseconds a message. */
export async function withSlowService(
  test: (service: SlowService) => Promise<void>,
  { delay, policy = {} }: { delay: number; policy?: Partial<Policy> },
): Promise<void> {
  const smtp = await startSmtp();
  smtp.delay = delay;
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const store = await openStore(":memory:", { now });
  const url = new URL(`${smtp.url}?connections=${CONNECTIONS}`);
  const transport = openTransport(url, { store, now });
  const core = await createCore({
    store,
    transport,
    baseUrl: "https://sendoff.example",
    mailFrom: "news@sendoff.example",
    passwords: createPasswords({ cost: { N: 2, r: 1, p: 1 } }),
    policy: { halting: { ...POLICY.halting, least: Infinity }, ...policy },
  });
  const owner = await core.users.create({
    email: "owner@example.com",
    name: "Harbour Books",
    password: "correct horse",
    groups: ["owner"],
    timeZone: "UTC",
  });
  const ending = new AbortController();
  let working: Promise<void> | undefined;
  try {
    await test({
      ...{ core, owner, smtp, now },
      ...ownerOf(core, owner, now),
      received: (count) =>
        waitFor(
          `${count} mails`,
          () => smtp.received.length >= count,
          PATIENCE,
        ),
      pass: (ms) => void (ahead += ms),
      work: () => void (working ??= core.delivery.stay(ending.signal)),
    });
  } finally {
    ending.abort();
    smtp.delay = 0;
    await working;
    await transport.close();
    store.close();
    await smtp.close();
  }
}

function ownerOf(core: Core, { id }: User, now: () => Date) {
  const newest = async () => (await core.runs.of(id).latest()).items[0];
  return {
    async addClients(count: number): Promise<string[]> {
      const ids: string[] = [];
      for (let n = 0; n < count; n++) {
        const email = `person${n}@example.com`;
        const client = await core.clients.of(id)
          .create({ name: `Person ${n}`, email });
        ids.push(client.id);
      }
      return ids;
    },
    async launch(schedule: Partial<MailingSettings["schedule"]> = {}) {
      const text = await core.messages.of(id)
        .create({ subject: "News", body: "Dear {{name}}" });
      return await core.mailings.of(id).create({
        name: "News",
        textId: text.id,
        audience: { kind: "everyone" },
        schedule: {
          startsAt: now().toISOString().slice(0, 19),
          timeZone: "UTC",
          repeat: "once",
          ...schedule,
        },
      }, { launch: true });
    },
    async ended() {
      const hasEnded = async () => (await newest())?.finishedAt !== undefined;
      await waitFor("the end of the run", hasEnded, PATIENCE);
      return await core.delivery.totals((await newest())!);
    },
  };
}
