import type { Channel } from "./channel.ts";
import { Output } from "./output.ts";
import { type Reply, ReplyFault, ReplyParser } from "./reply.ts";
import { Watchdog } from "./watchdog.ts";

/** The connection is of no use any more; the message says why, fit for an outcome. */
export class WireFault extends Error {
  override name = "WireFault";
}

const READ_SIZE = 8 * 1_024;

/**
 * Commands out, replies in, each within a time. Whatever fails closes the connection and
 * throws `WireFault`; afterwards everything throws the same.
 */
export class Wire {
  readonly #input = new Uint8Array(READ_SIZE);
  readonly #line = new Output();
  readonly #watchdog = new Watchdog(() => this.#late());
  #channel: Channel;
  #parser = new ReplyParser();
  #reading: Promise<void> | undefined;
  #patience = 0;
  #fault: WireFault | undefined;
  #sent = 0;

  constructor(channel: Channel) {
    this.#channel = channel;
  }

  /** How many bytes the connection has taken so far. */
  get sent(): number {
    return this.#sent;
  }

  /** The address of this end. */
  get localAddress(): string {
    return this.#channel.localAddress;
  }

  /** Writes a line, or an output that nobody changes meanwhile, whole and within `ms`. */
  async write(what: string | Output, ms: number): Promise<void> {
    if (this.#fault) throw this.#fault;
    const { bytes } = typeof what === "string" ? this.#encoded(what) : what;
    this.#expect(ms);
    try {
      for (let at = 0; at < bytes.length;) {
        const taken = await this.#channel.write(bytes.subarray(at));
        this.#sent += taken;
        at += taken;
      }
    } catch (error) {
      throw this.fail(brokenBy(error));
    }
    this.#watchdog.rest();
    if (this.#fault) throw this.#fault;
  }

  /** The next reply, if it has come; what the server has said counts, even if it is gone since. */
  replyAtHand(): Reply | undefined {
    try {
      return this.#parser.next();
    } catch (error) {
      if (!(error instanceof ReplyFault)) throw error;
      // What follows nonsense is no answer to anything.
      this.#parser = new ReplyParser();
      throw this.fail(error.message);
    }
  }

  /** The next reply, which has to be whole within `ms`. */
  async reply(ms: number): Promise<Reply> {
    let reply = this.replyAtHand();
    if (!reply && !this.#fault) this.#expect(ms);
    while (!reply) {
      if (this.#fault) throw this.#fault;
      await this.#read();
      reply = this.replyAtHand();
    }
    this.#watchdog.rest();
    return reply;
  }

  /** Calls back when the server speaks or hangs up of its own accord; `reply` still hears it. */
  async overhear(callback: () => void): Promise<void> {
    // Whoever waits for a reply by then learns of the fault there.
    await this.#read().catch(() => {});
    callback();
  }

  /** Goes on encrypted; what has come in the clear beyond the last reply is a fault. */
  async encrypt(ms: number): Promise<void> {
    if (this.#fault) throw this.#fault;
    if (!this.#parser.isEmpty) {
      throw this.fail("The mail server spoke out of turn before encryption.");
    }
    this.#expect(ms);
    try {
      const channel = await this.#channel.encrypt();
      this.#channel = channel;
      if (this.#fault) channel.close();
    } catch (error) {
      throw this.fail(brokenBy(error));
    }
    this.#watchdog.rest();
    if (this.#fault) throw this.#fault;
  }

  /** Closes the connection because of something; what is under way fails with that. */
  fail(reason: string): WireFault {
    this.#fault ??= new WireFault(reason);
    this.#watchdog.end();
    this.#channel.close();
    return this.#fault;
  }

  #encoded(line: string): Output {
    this.#line.clear();
    this.#line.add(line);
    return this.#line;
  }

  /** Reads once; whoever waits meanwhile shares it. */
  #read(): Promise<void> {
    return this.#reading ??= this.#readOnce();
  }

  async #readOnce(): Promise<void> {
    try {
      const size = await this.#channel.read(this.#input);
      if (size === null) throw new Error("the server hung up");
      this.#parser.push(this.#input.subarray(0, size));
    } catch (error) {
      throw this.fail(brokenBy(error));
    } finally {
      this.#reading = undefined;
    }
  }

  #expect(ms: number): void {
    this.#patience = ms;
    this.#watchdog.expect(ms);
  }

  #late(): void {
    this.fail(
      `The mail server did not answer within ${this.#patience / 1_000} s.`,
    );
  }
}

function brokenBy(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `The connection to the mail server broke: ${reason}`;
}
