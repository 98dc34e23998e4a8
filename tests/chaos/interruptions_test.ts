import { underFreezes, underKills } from "./interruptions.ts";
import { seeded } from "./seeded.ts";

Deno.test("a worker killed again and again leaves nobody out and repeats no more than was under way", async () => {
  await underKills({ recipients: 10_000, times: 2, chance: seeded(1) });
});

Deno.test("a worker that sleeps longer than its claims hold leaves nobody out and does no harm when it wakes up", async () => {
  await underFreezes({ recipients: 3_000, times: 1, chance: seeded(2) });
});
