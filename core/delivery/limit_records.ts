import { z } from "zod";
import { Collection, type Store } from "../storage/mod.ts";
import { Bucket } from "./bucket.ts";

const KeptLimit = z.object({
  /** The transport's name. */
  id: z.string(),
  /** The owner, or `EVERYBODY`. */
  holder: z.string(),
  bucket: Bucket.optional(),
  /** The messages of the day that were taken, by the day counted from 1970 in UTC. */
  today: z.object({ day: z.number(), used: z.number() }).optional(),
});

/** How much of a limit all workers have taken. */
export type KeptLimit = z.infer<typeof KeptLimit>;

/** How much of each limit is taken, as all workers see it. */
export type LimitRecords = Collection<KeptLimit>;

/** Who holds the limit of the mail service as a whole. */
export const EVERYBODY = "*";

/** Where it is kept what is taken of limits. */
export function limitRecords(store: Store): LimitRecords {
  return new Collection<KeptLimit>(store, {
    name: "limits",
    schema: KeptLimit,
    version: 1,
    scope: ({ holder }) => holder,
    indexes: {},
  });
}

/** What is limited, and where it is kept how much is taken. */
export interface LimitParts {
  store: Store;
  records: LimitRecords;
  /** The owner, or `EVERYBODY`. */
  holder: string;
  /** The transport's name. */
  service: string;
}

/** Changes what is kept of a limit and gives what was got by it. */
export function changeLimit<T>(
  { store, records, holder, service: id }: LimitParts,
  change: (kept: KeptLimit, now: Date) => { next: KeptLimit; got: T },
): Promise<{ got: T; now: Date }> {
  const own = records.of(holder);
  return store.transact(async (tx) => {
    const now = store.now();
    const kept = await own.find(id, tx) ?? { id, holder };
    const { next, got } = change(kept, now);
    own.put(next, {}, tx);
    return { got, now };
  });
}
