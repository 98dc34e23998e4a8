import { z } from "zod";
import {
  Collection,
  newId,
  type Store,
  type Transaction,
} from "../storage/mod.ts";
import { type Letter, NO_AUTOMATIC_ANSWER, type Recipient } from "./letter.ts";
import type { Outcome } from "./outcome.ts";
import { ACCOUNT, type Outlets } from "./outlets.ts";
import type { Pass } from "./outlet.ts";
import type { Policy } from "./policy.ts";
import { nextTry } from "./retry.ts";
import type { Transport } from "./transports/transport.ts";
import { whileHeld } from "./while_held.ts";

const BATCH = 50;

const Notice = z.object({
  id: z.string(),
  to: z.object({ address: z.string(), name: z.string() }),
  subject: z.string(),
  /** Plain text without placeholders; nothing in it was typed by anybody. */
  body: z.string(),
  tries: z.number(),
  createdAt: z.date(),
  dueAt: z.date(),
});
type Notice = z.infer<typeof Notice>;

/** How long it is known that a mail was handed over. */
const REMEMBERED = 30 * 24 * 60 * 60_000;

/** A mail that was handed over. */
const Receipt = z.object({ id: z.string(), at: z.date() });
type Receipt = z.infer<typeof Receipt>;

/** A mail from the service itself to one of its users. */
export type NoticeInput = Pick<Notice, "to" | "subject" | "body">;

/** What notices are sent with. */
export interface NoticesParts {
  store: Store;
  transport: Transport;
  outlets: Outlets;
  policy: Policy;
  mailFrom: string;
  /** A number from 0 up to 1. */
  random: () => number;
  log: (message: string) => void;
}

/** The outbox of the service's own mail: confirmations, resets, warnings. */
export class Notices {
  readonly #parts: NoticesParts;
  readonly #notices: Collection<Notice>;
  readonly #receipts: Collection<Receipt>;

  constructor(parts: NoticesParts) {
    this.#parts = parts;
    this.#notices = new Collection<Notice>(parts.store, {
      name: "notices",
      schema: Notice,
      version: 1,
      indexes: { byDue: { key: (notice) => [notice.dueAt.getTime()] } },
    });
    this.#receipts = new Collection<Receipt>(parts.store, {
      name: "notice-receipts",
      schema: Receipt,
      version: 1,
      indexes: {},
      expiresAt: ({ at }) => new Date(at.getTime() + REMEMBERED),
    });
  }

  /** Puts a mail into the outbox, in the transaction that gives the reason for it; gives its id. */
  add(input: NoticeInput, tx: Transaction): string {
    const now = this.#parts.store.now();
    const notice = {
      ...input,
      id: newId(now),
      tries: 0,
      createdAt: now,
      dueAt: now,
    };
    this.#notices.put(notice, {}, tx);
    return notice.id;
  }

  /** Whether a mail was handed over, as far as is remembered. */
  async wasHandedOver(id: string): Promise<boolean> {
    return await this.#receipts.find(id) !== undefined;
  }

  /** Sends what is due; says how many were taken up. */
  async sendDue(): Promise<number> {
    const { store, policy, outlets } = this.#parts;
    const outlet = outlets.of(ACCOUNT);
    if (outlet.closedDoor) return 0;
    const to = [store.now().getTime() + 1];
    const { items } = await this.#notices.list({
      index: "byDue",
      to,
      limit: BATCH,
    });
    if (items.length === 0) return 0;
    const lease = await store.leases.acquire("notices", { ttl: policy.lease });
    if (!lease) return 0;
    await whileHeld(lease, policy, async () => {
      for (const notice of items) {
        const pass = await outlet.enter(() => !lease.lost);
        if (!pass) break;
        await this.#send(notice, pass);
      }
    });
    return items.length;
  }

  async #send({ id }: Notice, pass: Pass): Promise<void> {
    try {
      const notice = await this.#notices.find(id);
      if (!notice) return;
      const outcome = await this.#parts.transport.send(
        ...this.#letterOf(notice),
      );
      await pass.report(outcome);
      await this.#settle(notice, outcome);
    } finally {
      pass.leave();
    }
  }

  #letterOf({ id, to, subject, body }: Notice): [Letter, Recipient] {
    const address = this.#parts.mailFrom;
    const domain = address.slice(address.lastIndexOf("@") + 1);
    const from = { name: "Sendoff", address };
    return [
      {
        id,
        kind: "account",
        from,
        subject,
        body,
        fixedHeaders: NO_AUTOMATIC_ANSWER,
      },
      { ...to, values: {}, messageId: `${id}@${domain}` },
    ];
  }

  async #settle(notice: Notice, outcome: Outcome): Promise<void> {
    const { log } = this.#parts;
    const dueAt = this.#nextTry(notice, outcome);
    if (!dueAt) {
      await this.#end(notice, outcome);
      if (outcome.kind !== "delivered") {
        log(`A mail to ${notice.to.address} was given up: ${outcome.reply}`);
      }
      return;
    }
    const isTry = outcome.kind === "deferred" || outcome.kind === "blocked";
    await this.#notices.update(
      notice.id,
      (old) => ({ ...old, dueAt, tries: old.tries + (isTry ? 1 : 0) }),
    );
  }

  async #end({ id }: Notice, { kind }: Outcome): Promise<void> {
    const { store } = this.#parts;
    await store.transact(async (tx) => {
      await this.#notices.remove(id, tx);
      if (kind !== "delivered") return;
      this.#receipts.put({ id, at: store.now() }, {}, tx);
    });
  }

  #nextTry(notice: Notice, outcome: Outcome): Date | undefined {
    const { store, policy, random } = this.#parts;
    const now = store.now();
    if (outcome.kind === "unavailable") {
      return new Date(now.getTime() + policy.breaker.first);
    }
    if (outcome.kind !== "deferred" && outcome.kind !== "blocked") {
      return undefined;
    }
    const { tries, createdAt: since } = notice;
    const retryAfter = outcome.kind === "deferred"
      ? outcome.retryAfter
      : undefined;
    return nextTry(
      { tries: tries + 1, since, now, retryAfter, random: random() },
      policy.retry,
    );
  }
}
