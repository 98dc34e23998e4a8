export { type Batch } from "./batch.ts";
export { type Blobs } from "./blobs.ts";
export { Collection } from "./collection.ts";
export { type CounterName, type Counters } from "./counters.ts";
export {
  type CollectionDefinition,
  type IndexDefinition,
} from "./definition.ts";
export { dump, load } from "./dump.ts";
export { type Everywhere } from "./everywhere.ts";
export { newId } from "./ids.ts";
export { type KeyPart } from "./keys.ts";
export { LeaseLost } from "./lease_lost.ts";
export { type Lease, type Leases } from "./leases.ts";
export { createStore, openStore } from "./open.ts";
export { type MigrationProgress } from "./migrate.ts";
export { type Page } from "./page.ts";
export { type Queue, type QueueEntry, type QueuePlace } from "./queue.ts";
export {
  type ListOptions,
  type Streamed,
  type StreamOptions,
} from "./reader.ts";
export { type ReindexReport } from "./reindex.ts";
export { type Scoped } from "./scoped.ts";
export { writeSnapshot } from "./snapshot.ts";
export { estimateBytes } from "./size.ts";
export { type Store, type StoreOptions } from "./store.ts";
export { Taken } from "./taken.ts";
export { type Transaction } from "./transaction.ts";
export { type Writer } from "./writer.ts";
