import { z } from "zod";
import { Collection, type Store } from "../storage/mod.ts";
import { BreakerState } from "./breaker.ts";

const KeptBreaker = z.object({
  /** The transport's name. */
  id: z.string(),
  ownerId: z.string(),
  state: BreakerState,
});
type KeptBreaker = z.infer<typeof KeptBreaker>;

/** The breakers as all workers see them; one that is closed has no record. */
export type BreakerRecords = Collection<KeptBreaker>;

/** Where breakers are kept. */
export function breakerRecords(store: Store): BreakerRecords {
  return new Collection<KeptBreaker>(store, {
    name: "breakers-of-owners",
    schema: KeptBreaker,
    version: 1,
    scope: (breaker) => breaker.ownerId,
    indexes: {},
  });
}
