import { attemptRecords } from "../attempts/attempt_records.ts";
import type { AttemptOutcome } from "../attempts/attempt.ts";
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

const COUNTED_AS: Record<AttemptOutcome, string> = {
  delivered: "delivered",
  deferred: "deferrals",
  refused: "refused",
  expired: "expired",
};

/** Counts the records anew and gives the counters that say something else. */
export async function recount(store: Store): Promise<Difference[]> {
  const sums = new Sums();
  await countClients(store, sums);
  await countMessages(store, sums);
  await countMailings(store, sums);
  const moving = await countRuns(store, sums);
  await countAttempts(store, sums, moving);
  const isMoving = ([noun, id]: CounterName) =>
    noun === "run" && moving.has(String(id));
  for (
    const noun of [
      "clients",
      "unsubscribed",
      "messages",
      "mailings",
      "site",
      "run",
    ]
  ) {
    for (const { parts, value } of await store.counters.list([noun])) {
      if (!isMoving(parts)) sums.keep(parts, value);
    }
  }
  return sums.differences;
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

async function countMailings(store: Store, sums: Sums): Promise<void> {
  for await (
    const { record } of mailingRecords(store).everywhere().iterate()
  ) {
    if (record.deletedAt) continue;
    sums.add(["mailings", record.ownerId]);
    sums.add(["site", "mailings"]);
    if (isLive(record)) sums.add(["site", "active"]);
  }
}

/** Counts what was planned; gives the runs that are under way, whose numbers change as we look. */
async function countRuns(store: Store, sums: Sums): Promise<Set<string>> {
  const moving = new Set<string>();
  const runs = runRecords(store).everywhere().iterate({ batch: 20 });
  for await (const { record: run } of runs) {
    if (isActive(run)) moving.add(run.id);
    else {
      sums.add(["run", run.id, "planned"], run.plan.planned);
      sums.add(["run", run.id, "skipped"], run.plan.skipped);
    }
  }
  return moving;
}

async function countAttempts(
  store: Store,
  sums: Sums,
  moving: ReadonlySet<string>,
): Promise<void> {
  const attempts = attemptRecords(store).everywhere().iterate();
  for await (const { record: { runId, outcome } } of attempts) {
    if (!moving.has(runId)) sums.add(["run", runId, COUNTED_AS[outcome]]);
  }
}
