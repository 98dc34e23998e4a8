import { indexedWords } from "../search.ts";
import { Collection, type Store } from "../storage/mod.ts";
import { wordsOf } from "../text.ts";
import { MailingText } from "./message.ts";

/** How messages are kept: each owner's apart, found by their latest change and subject. */
export type MessageRecords = ReturnType<typeof messageRecords>;

/** The collection of all messages. */
export function messageRecords(store: Store) {
  return new Collection(store, {
    name: "messages",
    schema: MailingText,
    version: 1,
    scope: (text) => text.ownerId,
    indexes: {
      byChange: { key: (text) => [text.updatedAt.getTime()] },
      byWord: {
        keys: (text) =>
          indexedWords(wordsOf(text.subject)).map((word) => [
            word,
            text.updatedAt.getTime(),
          ]),
      },
    },
  });
}
