import type { Transport } from "../../core/delivery/transports/transport.ts";

/** Lets the letters of mailings through as a test says; all other mail goes at once. */
export class Turnstile {
  #free = Infinity;
  readonly #waiting: (() => void)[] = [];

  /** Stands before a transport. */
  readonly before = (mailbox: Transport): Transport => ({
    name: mailbox.name,
    close: () => mailbox.close(),
    send: async (letter, recipient) => {
      if (letter.kind === "mailing") await this.#pass();
      return await mailbox.send(letter, recipient);
    },
  });

  /** Lets nothing through, until the test is over. */
  async shutDuring(test: () => Promise<void>): Promise<void> {
    this.#free = 0;
    try {
      await test();
    } finally {
      // A worker that still holds letters would never come to its end.
      this.let(Infinity);
    }
  }

  /** Lets so many more letters through. */
  let(count: number): void {
    this.#free += count;
    while (this.#free > 0 && this.#waiting.length > 0) {
      this.#free--;
      this.#waiting.shift()?.();
    }
  }

  async #pass(): Promise<void> {
    if (this.#free > 0) {
      this.#free--;
      return;
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push(resolve);
    await promise;
  }
}
