import { Collection, type Store } from "../storage/mod.ts";
import { Sheet } from "./sheet.ts";

/** How sheets are kept: each owner's apart, by run and place, found by client within a run. */
export type SheetRecords = ReturnType<typeof sheetRecords>;

/** The collection of all sheets. */
export function sheetRecords(store: Store) {
  return new Collection(store, {
    name: "sheets",
    schema: Sheet,
    version: 1,
    scope: (sheet) => sheet.ownerId,
    indexes: {
      byClient: { key: ({ runId, firstClientId }) => [runId, firstClientId] },
    },
  });
}
