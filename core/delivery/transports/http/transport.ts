import http, { type Agent } from "node:http";
import https from "node:https";
import type { Letter, Mail, Recipient } from "../../letter.ts";
import { type Outcome, replyLine } from "../../outcome.ts";
import { prepare } from "../prepare.ts";
import type { Handover, MayBegin, Transport } from "../transport.ts";
import { UnderWay } from "../under_way.ts";
import { type Answer, exchange, HttpFault, type Posting } from "./exchange.ts";
import { outcomeOf } from "./outcome.ts";
import { hider } from "./secrets.ts";
import { type HttpSettings, httpSettings } from "./settings.ts";
import type { HttpTimeouts } from "./timeouts.ts";
import { Turns } from "./turns.ts";

/** What an HTTP transport needs besides its URL. */
export interface HttpOptions {
  now: () => Date;
  /** Take the place of what the URL says. */
  timeouts?: Partial<HttpTimeouts> | undefined;
}

const encoder = new TextEncoder();

/** Hands mail to a service that takes it as JSON over HTTP. */
export class HttpTransport implements Transport {
  readonly name: string;
  readonly #settings: HttpSettings;
  readonly #timeouts: HttpTimeouts;
  readonly #now: () => Date;
  readonly #hide: (text: string) => string;
  readonly atOnce: number;
  readonly #turns: Turns;
  readonly #agent: Agent;
  readonly #underWay = new UnderWay();
  readonly #givenUp = new AbortController();

  constructor(url: URL, { now, timeouts }: HttpOptions) {
    this.#settings = httpSettings(url);
    this.#timeouts = { ...this.#settings.timeouts, ...timeouts };
    this.#now = now;
    this.#hide = hider(this.#settings);
    this.name = url.origin;
    const { Agent } = url.protocol === "https:" ? https : http;
    this.atOnce = this.#settings.connections * 2;
    this.#turns = new Turns(this.#settings.connections);
    this.#agent = new Agent({ keepAlive: true, timeout: this.#timeouts.idle });
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
    mayBegin: MayBegin = () => true,
  ): Promise<Handover> {
    return this.#underWay.send<Handover>(async () => {
      const prepared = prepare(letter, recipient, { date: this.#now() });
      if ("outcome" in prepared) return prepared.outcome;
      return await this.#hand(prepared.mail, { kind: letter.kind, mayBegin });
    });
  }

  async close(): Promise<void> {
    await this.#underWay.endWithin(
      this.#timeouts.close,
      () => this.#givenUp.abort(),
    );
    this.#agent.destroy();
  }

  async #hand(
    mail: Mail,
    { kind, mayBegin }: Pick<Letter, "kind"> & { mayBegin: MayBegin },
  ): Promise<Handover> {
    const { service } = this.#settings;
    try {
      const answer = await this.#turns.run(async () =>
        mayBegin() ? await this.#post(this.#posting(mail, kind)) : undefined
      );
      if (!answer) return { kind: "withdrawn" };
      const question = { service, mail, now: this.#now() };
      const outcome = outcomeOf(this.#withoutSecrets(answer), question);
      // What JSON spells otherwise shows up only once it is read.
      return { ...outcome, reply: this.#hide(outcome.reply) };
    } catch (error) {
      if (!(error instanceof HttpFault)) throw error;
      return {
        kind: "unavailable",
        reply: replyLine(this.#hide(error.message)),
        ...(error.handedOver && !service.honoursKey && { inDoubt: true }),
        ...(error.isOutage && !error.handedOver && { isOutage: true }),
      };
    }
  }

  async #post(posting: Posting): Promise<Answer> {
    try {
      return await exchange(posting, {
        agent: this.#agent,
        timeouts: this.#timeouts,
        signal: this.#givenUp.signal,
      });
    } catch (error) {
      if (error instanceof HttpFault && error.isOutage) {
        const { message, isOutage } = error;
        this.#turns.failWaiting(
          new HttpFault(message, { handedOver: false, isOutage }),
        );
      }
      throw error;
    }
  }

  #posting(mail: Mail, kind: Letter["kind"]): Posting {
    const { endpoint, service, token } = this.#settings;
    return {
      url: endpoint,
      headers: {
        "accept": "application/json",
        // An answer is read as it comes: nothing that is packed can burst.
        "accept-encoding": "identity",
        "content-type": "application/json",
        "idempotency-key": mail.messageId,
        ...service.authorization(token),
      },
      body: encoder.encode(JSON.stringify(service.body(mail, kind))),
    };
  }

  #withoutSecrets(answer: Answer): Answer {
    const { body } = answer;
    if ("flaw" in body) return answer;
    return { ...answer, body: { text: this.#hide(body.text) } };
  }
}
