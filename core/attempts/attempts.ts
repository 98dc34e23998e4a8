import type { Store, Writer } from "../storage/mod.ts";
import type { MailingAttempt } from "./attempt.ts";
import { type AttemptRecords, attemptRecords } from "./attempt_records.ts";
import { OwnAttempts } from "./own_attempts.ts";

/** Every try to deliver a message. */
export class Attempts {
  readonly #store: Store;
  readonly #records: AttemptRecords;

  constructor(store: Store) {
    this.#store = store;
    this.#records = attemptRecords(store);
  }

  /** The tries of one owner's mailings, and nobody else's. */
  of(ownerId: string): OwnAttempts {
    return new OwnAttempts(this.#store, this.#records.of(ownerId));
  }

  /** Writes a try without reading anything: the same try written again replaces itself. */
  put(attempt: MailingAttempt, tx: Writer): void {
    this.#records.of(attempt.ownerId).put(attempt, {}, tx);
  }
}
