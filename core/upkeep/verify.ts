import { attemptRecords } from "../attempts/attempt_records.ts";
import { sheetRecords } from "../attempts/sheet_records.ts";
import { skippedRecords } from "../attempts/skipped.ts";
import { clientRecords } from "../clients/client_records.ts";
import { mailingRecords } from "../mailings/mailing_records.ts";
import { runRecords } from "../mailings/run_records.ts";
import { messageRecords } from "../messages/message_records.ts";
import type { ReindexReport, Store } from "../storage/mod.ts";
import { userCollection } from "../users/user_collection.ts";
import { realignAddresses } from "./addresses.ts";
import { correct, type Difference, recount } from "./recount.ts";

/** What does not agree with the records; all of it empty or zero where all is well. */
export interface Verification {
  counters: Difference[];
  /** By collection: entries too many, missing, and claimed by two records. */
  indexes: Record<string, ReindexReport>;
}

/** Compares counters and indexes with the records, and makes them agree if asked to. */
export async function verify(
  store: Store,
  { repair }: { repair: boolean },
): Promise<Verification> {
  const counters = await recount(store);
  if (repair) await correct(store, counters);
  const collections = {
    users: userCollection(store),
    clients: clientRecords(store),
    messages: messageRecords(store),
    mailings: mailingRecords(store),
    runs: runRecords(store),
    attempts: attemptRecords(store),
    sheets: sheetRecords(store),
    skipped: skippedRecords(store),
  };
  const indexes: Verification["indexes"] = {};
  for (const [name, collection] of Object.entries(collections)) {
    indexes[name] = await collection.reindex({ dryRun: !repair });
  }
  indexes["addresses"] = await realignAddresses(store, { dryRun: !repair });
  return { counters, indexes };
}
