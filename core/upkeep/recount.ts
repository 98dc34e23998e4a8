import { attemptRecords } from "../attempts/attempt_records.ts";
import {
  countersOf,
  countingMailing,
  countingRun,
} from "../attempts/attempt_counters.ts";
import { attemptsIn } from "../attempts/sheet.ts";
import { skippedRecords } from "../attempts/skipped.ts";
import { sheetRecords } from "../attempts/sheet_records.ts";
import { PEOPLE } from "../clients/addresses.ts";
import { clientRecords } from "../clients/client_records.ts";
import { isLive } from "../mailings/mailing.ts";
import { mailingRecords } from "../mailings/mailing_records.ts";
import { isActive } from "../mailings/run.ts";
import { runRecords } from "../mailings/run_records.ts";
import { messageRecords } from "../messages/message_records.ts";
import type { CounterName, Store } from "../storage/mod.ts";

/** A counter that does not agree with the records. */
export interface Difference {
  counter: CounterName;
  /** What the counter says. */
  kept: number;
  /** What the records say. */
  counted: number;
}

const NOUNS = [
  "clients",
  "unsubscribed",
  "messages",
  "mailings",
  "site",
  "run",
  "mailing",
  "failed",
] as const;

/** Counts the records anew and gives the counters that say something else. */
export async function recount(store: Store): Promise<Difference[]> {
  const sums = new Sums();
  await countClients(store, sums);
  await countMessages(store, sums);
  const moving = await countMailings(store, sums);
  await countRuns(store, sums, moving);
  await countAttempts(store, sums);
  for (const noun of NOUNS) {
    for (const { parts, value } of await store.counters.list([noun])) {
      sums.keep(parts, value);
    }
  }
  const isMoving = ({ counter }: Difference) =>
    counter.some((part) => typeof part === "string" && moving.has(part));
  return sums.differences.filter((difference) => !isMoving(difference));
}

/** Makes the counters say what the records say. */
export async function correct(
  store: Store,
  differences: readonly Difference[],
): Promise<void> {
  const batch = store.batch();
  for (const { counter, kept, counted } of differences) {
    await batch.unit((tx) => store.counters.add(tx, counter, counted - kept));
  }
  await batch.finish();
}

class Sums {
  readonly #sums = new Map<string, Difference>();

  add(counter: CounterName, amount = 1): void {
    this.#at(counter).counted += amount;
  }

  keep(counter: CounterName, value: number): void {
    this.#at(counter).kept = value;
  }

  get differences(): Difference[] {
    return [...this.#sums.values()].filter((sum) => sum.kept !== sum.counted);
  }

  #at(counter: CounterName): Difference {
    return this.#sums.getOrInsertComputed(
      JSON.stringify(counter),
      () => ({ counter, kept: 0, counted: 0 }),
    );
  }
}

async function countClients(store: Store, sums: Sums): Promise<void> {
  const addresses = new Set<string>();
  for await (
    const { record } of clientRecords(store).everywhere().iterate()
  ) {
    sums.add(["clients", record.ownerId]);
    if (record.unsubscribedAt) sums.add(["unsubscribed", record.ownerId]);
    sums.add(["site", "clients"]);
    addresses.add(record.email);
  }
  if (addresses.size > 0) sums.add(PEOPLE, addresses.size);
}

async function countMessages(store: Store, sums: Sums): Promise<void> {
  const messages = messageRecords(store).everywhere().iterate({ batch: 20 });
  for await (const { record } of messages) {
    sums.add(["messages", record.ownerId]);
  }
}

/** Counts what there is of mailings; gives those that are being purged, of which some is gone already. */
async function countMailings(store: Store, sums: Sums): Promise<Set<string>> {
  const purged = new Set<string>();
  for await (
    const { record } of mailingRecords(store).everywhere().iterate()
  ) {
    if (record.deletedAt) {
      purged.add(record.id);
      continue;
    }
    sums.add(["mailings", record.ownerId]);
    sums.add(["site", "mailings"]);
    if (isLive(record)) sums.add(["site", "active"]);
  }
  return purged;
}

/** Counts what was planned; adds to `moving` what is under way, whose numbers change as we look. */
async function countRuns(
  store: Store,
  sums: Sums,
  moving: Set<string>,
): Promise<void> {
  const runs = runRecords(store).everywhere().iterate({ batch: 20 });
  for await (const { record: run } of runs) {
    const { id, ownerId, mailingId, plan } = run;
    if (isActive(run)) moving.add(mailingId);
    if (isActive(run) || moving.has(mailingId)) moving.add(id);
    const mailing = countingMailing({ ownerId, id: mailingId });
    for (const name of [countingRun(run), mailing]) {
      sums.add([...name, "planned"], plan.planned);
      sums.add([...name, "skipped"], plan.skipped);
    }
  }
}

async function countAttempts(store: Store, sums: Sums): Promise<void> {
  const attempts = attemptRecords(store).everywhere().iterate();
  for await (const { record } of attempts) {
    for (const name of countersOf(record)) sums.add(name);
  }
  const skipped = skippedRecords(store).everywhere().iterate();
  for await (const { record: { ownerId, runId, plannedIn } } of skipped) {
    if (plannedIn === undefined) continue;
    const mailing = countingMailing({ ownerId, id: plannedIn });
    sums.add([...countingRun({ ownerId, id: runId }), "dropped"]);
    sums.add([...mailing, "dropped"]);
  }
  const sheets = sheetRecords(store).everywhere().iterate({ batch: 20 });
  for await (const { record } of sheets) {
    for (const attempt of attemptsIn(record)) {
      for (const name of countersOf(attempt)) sums.add(name);
    }
  }
}
