import { type Outcome, replyLine } from "../outcome.ts";
import { Pending } from "../pending.ts";

/** The sendings of one transport that have no outcome yet. */
export class UnderWay {
  readonly #sendings = new Pending();
  #ended = false;

  /** Runs one sending; what it throws is a fault of ours, which no recipient is to pay for. */
  async send<T>(work: () => Promise<Outcome | T>): Promise<Outcome | T> {
    if (this.#ended) {
      return { kind: "unavailable", reply: "Sending has been stopped." };
    }
    this.#sendings.begin();
    try {
      return await work();
    } catch (error) {
      return faultOf(error);
    } finally {
      this.#sendings.end();
    }
  }

  /** Lets nothing more begin, and waits for the rest. */
  async end(): Promise<void> {
    this.#ended = true;
    await this.#sendings.none();
  }

  /** Like `end`, but after `patience` ms what is still under way is given up. */
  async endWithin(patience: number, giveUp: () => void): Promise<void> {
    const timer = setTimeout(giveUp, patience);
    await this.end();
    clearTimeout(timer);
  }
}

/** What a fault of ours means for the mail that met it. */
export function faultOf(error: unknown): Outcome {
  return {
    kind: "unavailable",
    reply: replyLine(`The mail could not be handed over: ${error}`),
  };
}
