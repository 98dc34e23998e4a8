import { createPasswords } from "../access/passwords.ts";
import { type Core, createCore } from "../core.ts";
import type { MailingSettings } from "../mailings/mailing.ts";
import { createStore } from "../storage/mod.ts";
import type { User } from "../users/user.ts";
import type { Letter, Recipient } from "./letter.ts";
import type { Outcome } from "./outcome.ts";
import { POLICY, type Policy } from "./policy.ts";
import { render } from "./render.ts";
import type { Transport } from "./transports/transport.ts";

/** A mail that the service took over. */
export interface SentMail {
  address: string;
  text: string;
  messageId: string;
}

/** A mail service that does as a test says. */
export class TestTransport implements Transport {
  readonly name = "test";
  readonly delivered: SentMail[] = [];
  /** Every try, also those that were not delivered. */
  readonly tried: SentMail[] = [];
  /** What the service says to one recipient; delivered unless told. */
  answer: (recipient: Recipient) => Outcome | Promise<Outcome> = () =>
    DELIVERED;
  closed = false;

  async send(letter: Letter, recipient: Recipient): Promise<Outcome> {
    const { text } = render(letter, recipient, new Date(0));
    const mail = {
      address: recipient.address,
      text,
      messageId: recipient.messageId,
    };
    this.tried.push(mail);
    const outcome = await this.answer(recipient);
    if (outcome.kind === "delivered") this.delivered.push(mail);
    return outcome;
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }
}

/** The usual answer of a mail service that took a mail over. */
export const DELIVERED: Outcome = { kind: "delivered", reply: "250 2.0.0 Ok" };

/** A core over a store in memory, with a clock and a mail service of the test's own. */
export interface TestDelivery {
  core: Core;
  transport: TestTransport;
  owner: User;
  now(): Date;
  /** Moves the clock, in milliseconds. */
  pass(time: number): void;
  /** Another core over the same store: as after a restart, or in another process. */
  another(): Promise<Core>;
  /** Adds clients to the owner: `client1@example.com` and so on. */
  addClients(count: number): Promise<void>;
  /** A mailing to everybody that is due at once, unless changed. */
  launch(
    schedule?: Partial<MailingSettings["schedule"]>,
  ): Promise<MailingSettings>;
  /** Somebody else with clients and mailings; their clients' addresses are at this domain. */
  neighbour(domain: string): Promise<Neighbour>;
}

/** Another owner in the same world. */
export type Neighbour = Pick<TestDelivery, "owner" | "addClients" | "launch">;

/** However much fails, a test's mailing goes on unless it is about that. */
const NEVER = { ...POLICY.halting, least: Infinity };

/** The start of every test's clock. */
const START = Date.parse("2026-03-01T12:00:00Z");
const PASSWORDS = createPasswords({ cost: { N: 2, r: 1, p: 1 } });

/** Runs a test of the delivery in a world of its own. */
export async function withDelivery(
  test: (world: TestDelivery) => Promise<void>,
  policy: Partial<Policy> = {},
): Promise<void> {
  const kv = await Deno.openKv(":memory:");
  let time = START;
  const now = () => new Date(time);
  const store = createStore(kv, { now });
  const transport = new TestTransport();
  const another = () =>
    createCore({
      store,
      transport,
      baseUrl: "https://sendoff.example",
      mailFrom: "news@sendoff.example",
      passwords: PASSWORDS,
      policy: { poll: 2, halting: NEVER, ...policy },
      random: () => 0.5,
    });
  const core = await another();
  const owner = await core.users.create({
    email: "owner@example.com",
    name: "Harbour Books",
    password: "correct horse",
    groups: ["owner"],
    timeZone: "UTC",
  });
  const pass = (ms: number) => void (time += ms);
  const neighbour = async (domain: string) => {
    const owner = await core.users.create({
      email: `owner@${domain}`,
      name: domain,
      password: "correct horse",
      groups: ["owner"],
      timeZone: "UTC",
    });
    return { owner, ...ownerOf(core, owner, { now, domain }) };
  };
  const world = { core, transport, owner, now, pass, another, neighbour };
  try {
    const own = ownerOf(core, owner, { now, domain: "example.com" });
    await test({ ...world, ...own });
  } finally {
    store.close();
  }
}

function ownerOf(
  core: Core,
  owner: User,
  { now, domain }: { now: () => Date; domain: string },
) {
  return {
    async addClients(count: number): Promise<void> {
      await core.clients.of(owner.id).createMany(
        Array.from({ length: count }, (_, n) => ({
          email: `client${n + 1}@${domain}`,
          name: `Client ${n + 1}`,
          comment: "",
        })),
      );
    },
    async launch(
      schedule: Partial<MailingSettings["schedule"]> = {},
    ): Promise<MailingSettings> {
      const text = await core.messages.of(owner.id).create({
        subject: "News for {{name}}",
        body: "Dear {{name}}, this is for {{email}} alone.",
      });
      const startsAt = now().toISOString().slice(0, 19);
      return await core.mailings.of(owner.id).create({
        name: "News",
        textId: text.id,
        audience: { kind: "everyone" },
        schedule: { startsAt, timeZone: "UTC", repeat: "once", ...schedule },
      }, { launch: true });
    },
  };
}
