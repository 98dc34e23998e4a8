import { type Outcome, replyLine } from "../outcome.ts";

/** The sendings of one transport that have no outcome yet. */
export class UnderWay {
  readonly #sendings = new Set<Promise<Outcome>>();
  #ended = false;

  /** Runs one sending; what it throws is a fault of ours, which no recipient is to pay for. */
  async send(work: () => Promise<Outcome>): Promise<Outcome> {
    if (this.#ended) {
      return { kind: "unavailable", reply: "Sending has been stopped." };
    }
    const sending = work().catch((error): Outcome => ({
      kind: "unavailable",
      reply: replyLine(`The mail could not be handed over: ${error}`),
    }));
    this.#sendings.add(sending);
    try {
      return await sending;
    } finally {
      this.#sendings.delete(sending);
    }
  }

  /** Lets nothing more begin, and waits for the rest: `patience` ms, then it is given up. */
  async end(
    { patience, giveUp }: { patience: number; giveUp: () => void },
  ): Promise<void> {
    this.#ended = true;
    const timer = setTimeout(giveUp, patience);
    await Promise.all(this.#sendings);
    clearTimeout(timer);
  }
}
