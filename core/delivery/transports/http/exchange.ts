import http, {
  type Agent,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from "node:http";
import https from "node:https";
import type { Socket } from "node:net";
import { Buffer } from "node:buffer";
import type { HttpTimeouts } from "./timeouts.ts";

/** What is posted. */
export interface Posting {
  url: URL;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** What came back: its text, or in what way it is of no use; `flaw` ends a sentence on it. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: { text: string } | { flaw: string };
}

/** There was no answer; the message says why, fit for an outcome. */
export class HttpFault extends Error {
  override name = "HttpFault";
  /** Whether the whole request had been handed over by then. */
  readonly handedOver: boolean;
  /** Whether the next one would fare no better: the service is silent or out of reach. */
  readonly isOutage: boolean;

  constructor(
    message: string,
    { handedOver, isOutage }: { handedOver: boolean; isOutage: boolean },
  ) {
    super(message);
    this.handedOver = handedOver;
    this.isOutage = isOutage;
  }
}

/** What an exchange runs on. */
export interface ExchangeOptions {
  agent: Agent;
  timeouts: HttpTimeouts;
  /** Gives it up. */
  signal: AbortSignal;
}

type Phase = "connect" | "headers" | "body";

const LONGEST_ANSWER = 256 * 1_024;

/**
 * Posts once and reads the answer, each phase within its time; throws `HttpFault` alone. No
 * redirect is followed, and at most 256 KiB of an answer are read, which are never unpacked.
 */
export function exchange(
  posting: Posting,
  options: ExchangeOptions,
): Promise<Answer> {
  return new Exchange(posting, options).answer;
}

class Exchange {
  readonly #answer = Promise.withResolvers<Answer>();
  readonly #options: ExchangeOptions;
  readonly #request: ClientRequest;
  readonly #giveUp = () => this.#end("Sending has been stopped.");
  readonly #total: ReturnType<typeof setTimeout>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #phase: Phase = "connect";
  #isSent = false;
  #isSilent = false;
  #isOver = false;
  #response: IncomingMessage | undefined;

  constructor({ url, headers, body }: Posting, options: ExchangeOptions) {
    const { agent, timeouts, signal } = options;
    const isSecure = url.protocol === "https:";
    this.#options = options;
    this.#request = (isSecure ? https : http).request(url, {
      method: "POST",
      agent,
      headers: { ...headers, "content-length": body.length },
    });
    this.#request.on("socket", (socket: Socket) => {
      if (!socket.connecting) return this.#expect("headers");
      const ready = isSecure ? "secureConnect" : "connect";
      socket.once(ready, () => this.#expect("headers"));
    });
    this.#request.on("finish", () => this.#isSent = true);
    this.#request.on("response", (response) => this.#read(response));
    this.#request.on("error", (error) => this.#break(error));
    this.#request.on("close", () => this.#break());
    this.#total = setTimeout(() => this.#late("total"), timeouts.total);
    this.#expect("connect");
    signal.addEventListener("abort", this.#giveUp);
    if (signal.aborted) this.#giveUp();
    this.#request.end(body);
  }

  get answer(): Promise<Answer> {
    return this.#answer.promise;
  }

  #expect(phase: Phase): void {
    clearTimeout(this.#timer);
    this.#phase = phase;
    const ms = this.#options.timeouts[phase];
    this.#timer = setTimeout(() => this.#late(phase), ms);
  }

  #late(of: Phase | "total"): void {
    const seconds = this.#options.timeouts[of] / 1_000;
    this.#isSilent = true;
    const missed = this.#phase === "connect"
      ? "could not be reached"
      : "did not answer";
    this.#end(
      this.#response
        ? `did not end within ${seconds} s`
        : `The service ${missed} within ${seconds} s.`,
    );
  }

  #break(error?: Error & { syscall?: string }): void {
    // The end of the bytes was reported before the failure to write them.
    if (error?.syscall === "write") this.#isSent = false;
    const reason = error?.message ?? "it was closed";
    const broken = this.#phase === "connect"
      ? "The service could not be reached"
      : "The connection to the service broke";
    this.#end(this.#response ? "broke off" : `${broken}: ${reason}`);
  }

  #read(response: IncomingMessage): void {
    this.#response = response;
    this.#expect("body");
    const chunks: Uint8Array[] = [];
    let size = 0;
    response.on("data", (chunk: Uint8Array) => {
      size += chunk.length;
      if (size > LONGEST_ANSWER) this.#end("is longer than 256 KiB");
      else chunks.push(chunk);
    });
    response.on("end", () => {
      if (!response.complete) return this.#break();
      this.#settle({ text: Buffer.concat(chunks).toString("utf8") });
    });
    response.on("error", () => this.#break());
    response.on("close", () => this.#break());
  }

  /** Ends it without a whole answer. */
  #end(reason: string): void {
    if (this.#isOver) return;
    if (this.#response) this.#settle({ flaw: reason });
    else {
      const isReached = this.#phase !== "connect";
      this.#answer.reject(
        new HttpFault(reason, {
          handedOver: this.#isSent && isReached,
          isOutage: this.#isSilent || !isReached,
        }),
      );
      this.#rest();
    }
    this.#request.destroy();
  }

  #settle(body: Answer["body"]): void {
    const { statusCode: status = 0, headers = {} } = this.#response ?? {};
    this.#answer.resolve({ status, headers, body });
    this.#rest();
  }

  #rest(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#total);
    this.#options.signal.removeEventListener("abort", this.#giveUp);
  }
}
