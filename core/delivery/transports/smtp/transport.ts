import { Invalid } from "../../../errors.ts";
import type { Letter, Recipient } from "../../letter.ts";
import { type Outcome, replyLine } from "../../outcome.ts";
import type { Handover, MayBegin, Transport } from "../transport.ts";
import { faultOf, UnderWay } from "../under_way.ts";
import { type DkimOptions, dkimSigner } from "./dkim.ts";
import { mimeFiller } from "./mime/template.ts";
import { type MessageText, wholeText } from "./output.ts";
import { Pool } from "./pool.ts";
import { openSession } from "./session.ts";
import { smtpSettings } from "./settings.ts";
import type { SmtpTimeouts } from "./timeouts.ts";

/** What an SMTP transport needs besides its URL. */
export interface SmtpOptions {
  now: () => Date;
  /** Take the place of what the URL says. */
  timeouts?: Partial<SmtpTimeouts> | undefined;
  /** Signs every mail. */
  dkim?: DkimOptions | undefined;
}

/** Mails for each connection: what is on its way, what goes ahead of it, and some to choose from. */
const AHEAD = 8;

/** Hands mail to an SMTP server over a pool of pipelined connections. */
export class SmtpTransport implements Transport {
  readonly name: string;
  readonly atOnce: number;
  readonly #now: () => Date;
  readonly #timeouts: SmtpTimeouts;
  readonly #sign: ((source: string) => string) | undefined;
  readonly #pool: Pool;
  /** For mails about accounts, which wait behind no mailing; the same where there is one connection. */
  readonly #accounts: Pool;
  readonly #underWay = new UnderWay();

  constructor(url: URL, { now, timeouts: tighter, dkim }: SmtpOptions) {
    const settings = smtpSettings(url);
    const timeouts = { ...settings.timeouts, ...tighter };
    this.name = `${url.protocol}//${url.hostname}:${settings.port}`;
    this.atOnce = settings.connections * AHEAD;
    this.#now = now;
    this.#timeouts = timeouts;
    this.#sign = dkim && dkimSigner(dkim);
    const poolOf = (connections: number) =>
      new Pool({
        open: (signal) => openSession({ settings, timeouts, signal }),
        connections,
        messages: settings.messages,
        timeouts,
      });
    const isOne = settings.connections === 1;
    this.#pool = poolOf(settings.connections - (isOne ? 0 : 1));
    this.#accounts = isOne ? this.#pool : poolOf(1);
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
    return this.#underWay.send<Handover>(() =>
      this.#poolFor(letter).submit({
        ...(mayBegin && { mayBegin }),
        from: letter.from.address,
        to: recipient.address,
        ownerId: letter.ownerId ?? "",
        compose: () => this.#compose(letter, recipient),
      })
    );
  }

  async close(): Promise<void> {
    await this.#underWay.endWithin(
      this.#timeouts.close,
      () => {
        this.#pool.giveUp();
        this.#accounts.giveUp();
      },
    );
    await Promise.all([this.#pool.close(), this.#accounts.close()]);
  }

  #poolFor({ kind }: Letter): Pool {
    return kind === "account" ? this.#accounts : this.#pool;
  }

  /** The source of the mail, or why this recipient can never get it. */
  #compose(
    letter: Letter,
    recipient: Recipient,
  ): readonly MessageText[] | Outcome {
    try {
      const texts = mimeFiller(letter)(recipient, this.#now());
      return this.#sign ? [this.#sign(wholeText(texts))] : texts;
    } catch (error) {
      if (!(error instanceof Invalid)) return faultOf(error);
      return { kind: "refused", reply: replyLine(error.message) };
    }
  }
}
