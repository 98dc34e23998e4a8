import { z } from "zod";
import type { Store } from "../storage/mod.ts";
import type { Cache } from "./cache.ts";

/** The numbers of the home page. */
export const SiteFigures = z.object({
  mailings: z.number(),
  /** Mailings that are scheduled or going out. */
  active: z.number(),
  /** Addresses among the clients of all owners, each once. */
  people: z.number(),
});
export type SiteFigures = z.infer<typeof SiteFigures>;

const SECOND = 1_000;

/** The numbers of the home page, as of a few seconds ago. */
export function siteFigures(
  { counters }: Store,
  cache: Cache,
): Promise<SiteFigures> {
  return cache.remember({ area: "home", key: "figures" }, {
    fresh: 10 * SECOND,
    stale: 60 * SECOND,
    schema: SiteFigures,
    async make() {
      const [mailings = 0, active = 0, people = 0] = await counters.getMany([
        ["site", "mailings"],
        ["site", "active"],
        ["site", "people"],
      ]);
      return { mailings, active, people };
    },
  });
}
