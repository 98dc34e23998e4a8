import type { Client } from "../clients/client.ts";
import { estimateBytes } from "../storage/mod.ts";
import type { AudienceClient } from "./audience_clients.ts";

/** What one operation of planning takes of bytes at most: names and addresses may be long. */
const MOST_BYTES = 400 * 1_024;

/** Of those passed over each is a record of its own. */
const MOST_SKIPPED = 400;

/** The clients of one step of planning. */
export interface PlanBatch {
  subscribed: Client[];
  /** Those who have unsubscribed. */
  skipped: Client[];
  /** From which to go on after it; absent while the audience is empty. */
  cursor: string | undefined;
  /** Whether nobody comes after it. */
  isLast: boolean;
}

/** An audience in batches that one operation can take; an empty one is a last batch of nobody. */
export async function* planBatches(
  audience: AsyncIterable<AudienceClient[]>,
  { size }: { size: number },
): AsyncGenerator<PlanBatch> {
  let batch = emptyBatch();
  for await (const found of audience) {
    for (const client of found) {
      add(batch, client);
      if (!isFull(batch, size)) continue;
      yield finished(batch, false);
      batch = emptyBatch();
    }
  }
  yield finished(batch, true);
}

interface Filling extends Pick<PlanBatch, "subscribed" | "skipped"> {
  bytes: number;
  last?: AudienceClient;
}

function add(batch: Filling, client: AudienceClient): void {
  const { record } = client;
  if (record.unsubscribedAt) batch.skipped.push(record);
  else batch.subscribed.push(record);
  batch.bytes += estimateBytes([record.id, record.email, record.name]);
  batch.last = client;
}

function isFull(
  { subscribed, skipped, bytes }: Filling,
  size: number,
): boolean {
  return subscribed.length >= size || skipped.length >= MOST_SKIPPED ||
    bytes >= MOST_BYTES;
}

function emptyBatch(): Filling {
  return { subscribed: [], skipped: [], bytes: 0 };
}

function finished(
  { subscribed, skipped, last }: Filling,
  isLast: boolean,
): PlanBatch {
  return { subscribed, skipped, cursor: last?.cursor, isLast };
}
