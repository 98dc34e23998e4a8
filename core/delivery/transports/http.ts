import type { Letter, Mail, Recipient } from "../letter.ts";
import { type Outcome, replyLine } from "../outcome.ts";
import { Deadline } from "./deadline.ts";
import { type Answer, outcomeOfAnswer } from "./http_outcome.ts";
import { badMailUrl, credentialsOf, isLoopback } from "./mail_url.ts";
import { prepare } from "./prepare.ts";
import type { Transport } from "./transport.ts";
import { UnderWay } from "./under_way.ts";

/** What an HTTP transport needs besides its URL; times are in milliseconds. */
export interface HttpOptions {
  now: () => Date;
  /** A request altogether, with the reading of its answer. */
  timeout?: number | undefined;
  /** What is under way when the transport is closed. */
  patience?: number | undefined;
}

const LONGEST_ANSWER = 256 * 1024;

/** Hands mail to a service that takes it as JSON over HTTP. */
export class HttpTransport implements Transport {
  readonly name: string;
  readonly #endpoint: string;
  readonly #token: string;
  readonly #now: () => Date;
  readonly #timeout: number;
  readonly #patience: number;
  readonly #underWay = new UnderWay();
  readonly #givenUp = new AbortController();

  constructor(
    url: URL,
    { now, timeout = 30_000, patience = 5_000 }: HttpOptions,
  ) {
    if (url.protocol === "http:" && !isLoopback(url.hostname)) {
      throw badMailUrl(
        "would send mail unencrypted: use https://, or http:// to this machine alone.",
      );
    }
    const { user, password } = credentialsOf(url);
    this.name = url.origin;
    this.#endpoint = withoutCredentials(url);
    this.#token = tokenOf(password || user);
    this.#now = now;
    this.#timeout = timeout;
    this.#patience = patience;
  }

  send(letter: Letter, recipient: Recipient): Promise<Outcome> {
    return this.#underWay.send(async () => {
      const prepared = prepare(letter, recipient, { date: this.#now() });
      if ("outcome" in prepared) return prepared.outcome;
      return await this.#hand(prepared.mail);
    });
  }

  close(): Promise<void> {
    return this.#underWay.endWithin(
      this.#patience,
      () => this.#givenUp.abort(),
    );
  }

  async #hand(mail: Mail): Promise<Outcome> {
    const deadline = new Deadline(this.#timeout);
    const signal = AbortSignal.any([deadline.signal, this.#givenUp.signal]);
    try {
      return outcomeOfAnswer(await this.#post(mail, signal), this.#now());
    } catch (error) {
      if (deadline.passed) return deadline.outcome("service");
      const reason = this.#withoutSecrets(
        error instanceof Error ? error.message : String(error),
      );
      return {
        kind: "unavailable",
        reply: replyLine(`The service could not be reached: ${reason}`),
      };
    } finally {
      deadline.clear();
    }
  }

  async #post(mail: Mail, signal: AbortSignal): Promise<Answer> {
    const { messageId, from, to, subject, text, html, headers } = mail;
    const response = await fetch(this.#endpoint, {
      method: "POST",
      headers: {
        "accept": "application/json",
        "content-type": "application/json",
        "idempotency-key": messageId,
        ...(this.#token === ""
          ? {}
          : { "authorization": `Bearer ${this.#token}` }),
      },
      body: JSON.stringify({
        messageId,
        from,
        to,
        subject,
        text,
        html,
        headers,
      }),
      // A redirect would carry the mail and its token to a place nobody configured.
      redirect: "manual",
      signal,
    });
    const answer = await readBounded(response);
    return {
      status: response.status,
      headers: response.headers,
      text: answer === undefined ? undefined : this.#withoutSecrets(answer),
    };
  }

  #withoutSecrets(text: string): string {
    const shown = text.replaceAll(this.#endpoint, this.name);
    return this.#token === "" ? shown : shown.replaceAll(this.#token, "•••");
  }
}

function withoutCredentials(url: URL): string {
  const endpoint = new URL(url);
  endpoint.username = "";
  endpoint.password = "";
  endpoint.hash = "";
  return endpoint.href;
}

function tokenOf(token: string): string {
  if (/^[\x21-\x7E]*$/.test(token)) return token;
  throw badMailUrl("has a token with spaces or characters outside ASCII.");
}

async function readBounded(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop cancels the rest of the body.
    if (size > LONGEST_ANSWER) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
