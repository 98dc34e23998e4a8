import type { Store, Writer } from "../storage/mod.ts";
import type { MailingAttempt } from "./attempt.ts";
import { type AttemptRecords, attemptRecords } from "./attempt_records.ts";
import { OwnAttempts } from "./own_attempts.ts";
import type { Sheet } from "./sheet.ts";
import { type SheetRecords, sheetRecords } from "./sheet_records.ts";
import {
  type SkippedClient,
  type SkippedRecords,
  skippedRecords,
} from "./skipped.ts";

/** Every try to deliver a message, and who was passed over instead. */
export class Attempts {
  readonly #store: Store;
  readonly #records: AttemptRecords;
  readonly #sheets: SheetRecords;
  readonly #skipped: SkippedRecords;

  constructor(store: Store) {
    this.#store = store;
    this.#records = attemptRecords(store);
    this.#sheets = sheetRecords(store);
    this.#skipped = skippedRecords(store);
  }

  /** The tries of one owner's mailings, and nobody else's. */
  of(ownerId: string): OwnAttempts {
    return new OwnAttempts(this.#store, {
      attempts: this.#records.of(ownerId),
      sheets: this.#sheets.of(ownerId),
      skipped: this.#skipped.of(ownerId),
    });
  }

  /** Writes a try without reading anything: the same try written again replaces itself. */
  put(attempt: MailingAttempt, tx: Writer): void {
    this.#records.of(attempt.ownerId).put(attempt, {}, tx);
  }

  /** Writes a sheet without reading anything: written again, with more lines, it replaces itself. */
  putSheet(sheet: Sheet, tx: Writer): void {
    this.#sheets.of(sheet.ownerId).put(sheet, {}, tx);
  }

  /** Notes whom a run passed over without reading anything: noted again they replace themselves. */
  putSkipped(client: SkippedClient, tx: Writer): void {
    this.#skipped.of(client.ownerId).put(client, {}, tx);
  }
}
