import { indexedWords } from "../search.ts";
import { Collection, type Store } from "../storage/mod.ts";
import { wordsOf } from "../text.ts";
import { isLive, MailingSettings, mayGoOut, shownStatus } from "./mailing.ts";

/** How mailings are kept: each owner's apart; a deleted one is in no list but that of the deleted. */
export type MailingRecords = ReturnType<typeof mailingRecords>;

/** The collection of all mailings. */
export function mailingRecords(store: Store) {
  return new Collection(store, {
    name: "mailings",
    schema: MailingSettings,
    version: 1,
    scope: (mailing) => mailing.ownerId,
    indexes: {
      byAge: { key: shown((mailing) => [age(mailing)]) },
      byAgeOverall: { global: true, key: shown((mailing) => [age(mailing)]) },
      byStatus: { key: shown(byStatus) },
      byStatusOverall: { global: true, key: shown(byStatus) },
      byWord: { keys: byWord },
      byWordOverall: { global: true, keys: byWord },
      byText: {
        key: shown((mailing) =>
          mailing.textId ? [mailing.textId, age(mailing)] : undefined
        ),
      },
      byList: {
        unique: true,
        key: shown(({ audience }) =>
          audience.kind === "chosen" && audience.count > 0
            ? [audience.listId]
            : undefined
        ),
      },
      byDue: {
        global: true,
        key: (mailing) =>
          isLive(mailing) && mailing.nextDueAt
            ? [mailing.nextDueAt.getTime()]
            : undefined,
      },
      byReckoning: {
        global: true,
        key: (mailing) =>
          mailing.reckonedAt && mayGoOut(mailing)
            ? [mailing.reckonedAt.getTime()]
            : undefined,
      },
      byDeletion: {
        global: true,
        key: ({ deletedAt }) => deletedAt && [deletedAt.getTime()],
      },
    },
  });
}

type Key = (string | number)[] | undefined;

function shown(key: (mailing: MailingSettings) => Key) {
  return (mailing: MailingSettings): Key =>
    mailing.deletedAt ? undefined : key(mailing);
}

function byStatus(mailing: MailingSettings): Key {
  return [shownStatus(mailing), age(mailing)];
}

function byWord(mailing: MailingSettings): [string, number][] {
  if (mailing.deletedAt) return [];
  return indexedWords(wordsOf(mailing.name))
    .map((word) => [word, age(mailing)]);
}

function age(mailing: MailingSettings): number {
  return mailing.createdAt.getTime();
}
