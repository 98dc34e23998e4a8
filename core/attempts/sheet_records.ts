import { Collection, type Store } from "../storage/mod.ts";
import { Sheet } from "./sheet.ts";

/**
 * How sheets are kept: each owner's apart, by run and place, found by client within a run;
 * those of later tries by when they were due, too.
 */
export type SheetRecords = ReturnType<typeof sheetRecords>;

/** The collection of all sheets. */
export function sheetRecords(store: Store) {
  return new Collection(store, {
    name: "sheets",
    schema: Sheet,
    version: 1,
    scope: (sheet) => sheet.ownerId,
    indexes: {
      byClient: {
        key: ({ runId, firstClientId, dueAt }) =>
          dueAt === undefined ? [runId, firstClientId] : undefined,
      },
      byDue: {
        key: ({ runId, dueAt }) =>
          dueAt === undefined ? undefined : [runId, dueAt],
      },
    },
  });
}
