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
  audience: AsyncIterable<AudienceClient>,
  { size }: { size: number },
): AsyncGenerator<PlanBatch> {
  let batch = emptyBatch();
  let bytes = 0;
  for await (const found of audience) {
    const { client } = found;
    const { subscribed, skipped } = batch;
    if (client.unsubscribedAt) skipped.push(client);
    else subscribed.push(client);
    bytes += estimateBytes([client.id, client.email, client.name]);
    const isFull = subscribed.length >= size ||
      skipped.length >= MOST_SKIPPED || bytes >= MOST_BYTES;
    batch.last = found;
    if (!isFull) continue;
    yield finished(batch, false);
    batch = emptyBatch();
    bytes = 0;
  }
  yield finished(batch, true);
}

interface Filling extends Pick<PlanBatch, "subscribed" | "skipped"> {
  last?: AudienceClient;
}

function emptyBatch(): Filling {
  return { subscribed: [], skipped: [] };
}

function finished(
  { subscribed, skipped, last }: Filling,
  isLast: boolean,
): PlanBatch {
  return { subscribed, skipped, cursor: last?.cursor, isLast };
}
