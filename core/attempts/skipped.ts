import { z } from "zod";
import { Collection, type Store } from "../storage/mod.ts";

/** Why a run passed a client over. */
export const SkipReason = z.enum([
  "unsubscribed",
  /** The client's record is gone. */
  "deleted",
  /** The mailing's end had come. */
  "ended",
  /** A later occurrence of the mailing took the place of what was left of this one. */
  "superseded",
]);
export type SkipReason = z.infer<typeof SkipReason>;

/** A client whom a run passed over; nothing more is tried. */
export const SkippedClient = z.object({
  ownerId: z.string(),
  runId: z.string(),
  clientId: z.string(),
  /** Absent: they had unsubscribed. */
  reason: SkipReason.optional(),
  /** The mailing of one who was planned, and passed over when it was their turn. */
  plannedIn: z.string().optional(),
  /** The client's address and name when the run was planned. */
  email: z.string(),
  name: z.string(),
});
export type SkippedClient = z.infer<typeof SkippedClient>;

/** The id of what is noted of a client whom a run passed over. */
export function skippedIdOf(
  { runId, clientId }: Pick<SkippedClient, "runId" | "clientId">,
): string {
  return `${runId}.${clientId}`;
}

/** How those passed over are kept: each owner's apart, by run. */
export type SkippedRecords = ReturnType<typeof skippedRecords>;

/** The collection of all who were passed over. */
export function skippedRecords(store: Store) {
  return new Collection(store, {
    name: "skipped",
    schema: SkippedClient,
    version: 1,
    id: skippedIdOf,
    scope: ({ ownerId }) => ownerId,
    indexes: {},
  });
}
