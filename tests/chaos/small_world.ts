import { createPasswords } from "../../core/access/passwords.ts";
import { type Core, createCore } from "../../core/core.ts";
import type { Recipient } from "../../core/delivery/letter.ts";
import type { Outcome } from "../../core/delivery/outcome.ts";
import type { Policy } from "../../core/delivery/policy.ts";
import type { Transport } from "../../core/delivery/transports/transport.ts";
import type { MailingSettings } from "../../core/mailings/mailing.ts";
import type { MailingRun } from "../../core/mailings/run.ts";
import { Store } from "../../core/storage/store.ts";
import type { User } from "../../core/users/user.ts";
import { type Death, MortalKv } from "./mortal_kv.ts";

/** The clients of the world: who is put off at first, refused, or has unsubscribed. */
export const PEOPLE = ["anna", "busy", "cleo", "dora", "gone", "hugo", "left"];
/** How many messages are under way at most, so how many a crash may repeat. */
export const IN_FLIGHT = 2;

const PASSWORD = "correct horse";
const PASSWORDS = createPasswords({ cost: { N: 2, r: 1, p: 1 } });
const POLICY: Partial<Policy> = {
  poll: 1,
  planBatch: 2,
  shardSize: 3,
  couriers: 2,
  inFlight: IN_FLIGHT,
  settleBatch: 2,
};

/** A process of Sendoff that may be killed. */
export interface Process {
  core: Core;
  kv: MortalKv;
  /** Aborts when the process dies. */
  signal: AbortSignal;
}

/** How a process begins. */
export interface ProcessOptions {
  death?: Death;
  /** What mail goes through, in place of the service in memory. */
  transport?: Transport;
}

/** A store, a clock and a mail service that outlive every process. */
export class SmallWorld {
  readonly kv: Deno.Kv;
  /** Every mail the service took over: to whom, under which message id. */
  readonly taken: { address: string; messageId: string }[] = [];
  #time = Date.parse("2026-03-01T12:00:00Z");
  readonly #putOff = new Set<string>();

  constructor(kv: Deno.Kv) {
    this.kv = kv;
  }

  /** The clock. */
  now = (): Date => new Date(this.#time);

  /** Lets minutes pass. */
  pass(minutes: number): void {
    this.#time += minutes * 60_000;
  }

  /** Starts a process over the store. */
  async start({ death, transport }: ProcessOptions = {}): Promise<Process> {
    const kv = new MortalKv(this.kv, death);
    const ending = new AbortController();
    kv.onDeath = () => ending.abort();
    const core = await createCore({
      store: new Store(kv, { now: this.now }),
      transport: transport ?? this.#service(kv),
      baseUrl: "https://sendoff.example",
      mailFrom: "news@sendoff.example",
      passwords: PASSWORDS,
      policy: POLICY,
      random: () => 0.5,
    });
    return { core, kv, signal: ending.signal };
  }

  /** What the service says: 450 to the first mail for busy, 550 to all for gone. */
  answerTo(name: string): string {
    if (name === "gone") return "550 5.1.1 No such user";
    if (name !== "busy" || this.#putOff.has(name)) return "250 2.0.0 Ok";
    this.#putOff.add(name);
    return "450 4.2.1 Try later";
  }

  #service(kv: MortalKv): Transport {
    return {
      name: "test",
      // The dead send nothing.
      send: (_letter, recipient) =>
        Promise.resolve(
          kv.isDead
            ? { kind: "unavailable", reply: "dead" }
            : this.#receive(recipient),
        ),
      close: () => Promise.resolve(),
    };
  }

  #receive({ address, messageId }: Recipient): Outcome {
    const reply = this.answerTo(address.replace(/@.*/, ""));
    if (reply.startsWith("450")) return { kind: "deferred", reply };
    if (reply.startsWith("550")) return { kind: "refused", reply };
    this.taken.push({ address, messageId });
    return { kind: "delivered", reply };
  }
}

/** An owner with their clients and a mailing that is due. */
export interface Company {
  owner: User;
  mailing: MailingSettings;
}

/** Makes a company in a world. */
export async function foundCompany(
  { core, world }: { core: Core; world: SmallWorld },
  schedule: Partial<MailingSettings["schedule"]> = {},
): Promise<Company> {
  const owner = await core.users.create({
    email: "owner@example.com",
    name: "Harbour Books",
    password: PASSWORD,
    groups: ["owner"],
    timeZone: "UTC",
  });
  const own = core.clients.of(owner.id);
  await own.createMany(
    PEOPLE.map((name) => ({ email: `${name}@example.com`, name, comment: "" })),
  );
  for await (const { record } of own.iterate({})) {
    if (record.name === "left") {
      await own.setUnsubscribed(record.id, world.now());
    }
  }
  const text = await core.messages.of(owner.id).create({
    subject: "News",
    body: "Dear {{name}}",
  });
  const mailing = await core.mailings.of(owner.id).create({
    name: "News",
    textId: text.id,
    audience: { kind: "everyone" },
    schedule: {
      startsAt: world.now().toISOString().slice(0, 19),
      timeZone: "UTC",
      repeat: "once",
      ...schedule,
    },
  }, { launch: true });
  return { owner, mailing };
}

/** The runs of a company's mailing, the oldest first. */
export async function runsOf(
  core: Core,
  { owner, mailing }: Company,
): Promise<MailingRun[]> {
  const runs = await Array.fromAsync(
    core.runs.of(owner.id).iterateOf(mailing.id),
  );
  return runs.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

/** Deletes the owner's account, as the owner would. */
export async function deleteAccount(
  core: Core,
  { owner }: Company,
): Promise<void> {
  await core.users.markDeleted(owner, PASSWORD);
}
