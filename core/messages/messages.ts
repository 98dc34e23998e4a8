import type { Store } from "../storage/mod.ts";
import { type MessageRecords, messageRecords } from "./message_records.ts";
import { OwnMessages } from "./own_messages.ts";

/** What the messages' store needs from the rest of the core. */
export interface MessagesOptions {
  store: Store;
  /** The names of an owner's unfinished mailings that are to send a message. */
  usedIn: (ownerId: string, textId: string) => Promise<string[]>;
}

/** The messages of all owners. */
export class Messages {
  readonly #options: MessagesOptions;
  readonly #records: MessageRecords;

  constructor(options: MessagesOptions) {
    this.#options = options;
    this.#records = messageRecords(options.store);
  }

  /** The messages of one owner, and nobody else's. */
  of(ownerId: string): OwnMessages {
    const { store, usedIn } = this.#options;
    return new OwnMessages({
      ownerId,
      store,
      records: this.#records.of(ownerId),
      usedIn: (textId) => usedIn(ownerId, textId),
    });
  }
}
