import { z } from "zod";
import { Collection, type Store } from "../storage/mod.ts";

/** A client whom a run passed over, for they had unsubscribed; no try was made. */
export const SkippedClient = z.object({
  ownerId: z.string(),
  runId: z.string(),
  clientId: z.string(),
  /** The client's address and name when the run was planned. */
  email: z.string(),
  name: z.string(),
});
export type SkippedClient = z.infer<typeof SkippedClient>;

/** How those passed over are kept: each owner's apart, by run. */
export type SkippedRecords = ReturnType<typeof skippedRecords>;

/** The collection of all who were passed over. */
export function skippedRecords(store: Store) {
  return new Collection(store, {
    name: "skipped",
    schema: SkippedClient,
    version: 1,
    id: ({ runId, clientId }) => `${runId}.${clientId}`,
    scope: ({ ownerId }) => ownerId,
    indexes: {},
  });
}
