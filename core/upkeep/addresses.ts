import { addressRecords } from "../clients/addresses.ts";
import { clientRecords } from "../clients/client_records.ts";
import type { ReindexReport, Store } from "../storage/mod.ts";

/** Makes the number of clients with an address agree with the clients: an index of a kind. */
export async function realignAddresses(
  store: Store,
  { dryRun }: { dryRun: boolean },
): Promise<ReindexReport> {
  const counted = await countedAddresses(store);
  const records = addressRecords(store);
  const batch = store.batch();
  const report: ReindexReport = { removed: 0, added: 0, clashes: 0 };
  for await (const { record } of records.iterate()) {
    const clients = counted.get(record.email);
    if (clients === record.clients) counted.delete(record.email);
    if (clients !== undefined) continue;
    report.removed++;
    if (!dryRun) await batch.unit((tx) => records.discard(record, tx));
  }
  for (const [email, clients] of counted) {
    report.added++;
    if (!dryRun) {
      await batch.unit((tx) => records.put({ email, clients }, {}, tx));
    }
  }
  await batch.finish();
  return report;
}

async function countedAddresses(store: Store): Promise<Map<string, number>> {
  const counted = new Map<string, number>();
  for await (const { record } of clientRecords(store).everywhere().iterate()) {
    counted.set(record.email, (counted.get(record.email) ?? 0) + 1);
  }
  return counted;
}
