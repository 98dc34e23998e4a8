import { z } from "zod";
import { Collection, type Store } from "../storage/mod.ts";

/** A value that was worked out, and how long it serves. */
export const CachedValue = z.object({
  /** What it is about; all of an area is forgotten together. */
  area: z.string(),
  key: z.string(),
  value: z.unknown(),
  /** From here on it is worked out anew, while the old value still serves. */
  freshUntil: z.date(),
  /** From here on it serves no more. */
  goneAt: z.date(),
});
export type CachedValue = z.infer<typeof CachedValue>;

/** The collection of the values that all processes share. */
export function cacheRecords(store: Store): Collection<CachedValue> {
  return new Collection<CachedValue>(store, {
    name: "cache",
    schema: CachedValue,
    version: 1,
    id: ({ key }) => key,
    scope: ({ area }) => area,
    expiresAt: ({ goneAt }) => goneAt,
  });
}
