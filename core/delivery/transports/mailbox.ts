import type { Letter, Recipient } from "../letter.ts";
import type { Mailbox } from "../mailbox.ts";
import type { Outcome } from "../outcome.ts";
import { badMailUrl } from "./mail_url.ts";
import { prepare } from "./prepare.ts";
import type { Handover, MayBegin, Transport } from "./transport.ts";
import { UnderWay } from "./under_way.ts";

/** What a mailbox transport needs besides its URL. */
export interface MailboxOptions {
  mailbox: Mailbox;
  now: () => Date;
}

/** Keeps mail where it can be read instead of sending it. */
export class MailboxTransport implements Transport {
  readonly name = "mailbox";
  readonly #mailbox: Mailbox;
  readonly #now: () => Date;
  readonly #underWay = new UnderWay();

  constructor(url: URL, { mailbox, now }: MailboxOptions) {
    if (url.href !== "mailbox:") {
      throw badMailUrl('has something after "mailbox:": leave it out.');
    }
    this.#mailbox = mailbox;
    this.#now = now;
  }

  send(letter: Letter, recipient: Recipient): Promise<Outcome>;
  send(
    letter: Letter,
    recipient: Recipient,
    mayBegin: MayBegin,
  ): Promise<Handover>;
  send(
    letter: Letter,
    recipient: Recipient,
    mayBegin?: MayBegin,
  ): Promise<Handover> {
    return this.#underWay.send<Handover>(async () => {
      if (mayBegin?.() === false) return { kind: "withdrawn" };
      const prepared = prepare(letter, recipient, { date: this.#now() });
      if ("outcome" in prepared) return prepared.outcome;
      await this.#mailbox.keep(prepared.mail, letter);
      return { kind: "delivered", reply: "Kept in the mailbox." };
    });
  }

  async close(): Promise<void> {
    await this.#underWay.end();
  }
}
