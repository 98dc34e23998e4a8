import { crashed, undisturbed } from "./crash.ts";
import type { Death } from "./mortal_kv.ts";
import { SCENARIOS } from "./scenarios.ts";

/** How many calls of a scenario are tried at most: for all of them there is `deno task chaos`. */
const COMMITS = 16;
const READS = 6;
const LOST_ANSWERS = 9;

for (const scenario of SCENARIOS) {
  Deno.test(`a crash at any call to the store is made good: ${scenario.name}`, async () => {
    const { counts, census } = await undisturbed(scenario);
    const deaths = [
      ...deathsAt("commits", spread(counts.commits, COMMITS)),
      ...deathsAt("reads", spread(counts.reads, READS)),
    ];
    for (const death of deaths) {
      await crashed(scenario, { deaths: [death], census });
    }
  });

  Deno.test(`an answer of the store that is lost on its way is made good: ${scenario.name}`, async () => {
    const { counts, census } = await undisturbed(scenario);
    for (const at of spread(counts.commits, LOST_ANSWERS)) {
      const lost = { of: "commits", at, when: "after" } as const;
      const deaths = [{ ...lost, isSurvived: true } as const];
      await crashed(scenario, { deaths, census });
    }
  });
}

/** Before and after each commit; a read has no before that differs. */
function deathsAt(of: Death["of"], places: readonly number[]): Death[] {
  const moments = of === "commits"
    ? ["before", "after"] as const
    : ["before"] as const;
  return places.flatMap((at) => moments.map((when) => ({ of, at, when })));
}

/** Places from 1 to a count, at most so many, evenly. */
function spread(count: number, most: number): number[] {
  const step = Math.max(1, count / most);
  return Array.from(
    { length: Math.min(count, most) },
    (_, n) => 1 + Math.floor(n * step),
  );
}
