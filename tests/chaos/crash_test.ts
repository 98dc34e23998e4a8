import { crashed, undisturbed } from "./crash.ts";
import type { Death } from "./mortal_kv.ts";
import { SCENARIOS } from "./scenarios.ts";

/** Every so many calls one is died at: all of them take long, and `deno task chaos` takes the time. */
const COMMITS = 1;
const READS = 17;
const LOST_ANSWERS = 4;

for (const scenario of SCENARIOS) {
  Deno.test(`a crash at any call to the store is made good: ${scenario.name}`, async () => {
    const { counts, census } = await undisturbed(scenario);
    for (const death of deathsIn(counts)) {
      await crashed(scenario, { deaths: [death], census });
    }
  });
}

for (const scenario of SCENARIOS) {
  Deno.test(`an answer of the store that is lost on its way is made good: ${scenario.name}`, async () => {
    const { counts, census } = await undisturbed(scenario);
    for (let at = 1; at <= counts.commits; at += LOST_ANSWERS) {
      for (const when of ["before", "after"] as const) {
        const lost = { of: "commits", at, when, isSurvived: true } as const;
        await crashed(scenario, { deaths: [lost], census });
      }
    }
  });
}

function* deathsIn(counts: Record<Death["of"], number>): Generator<Death> {
  for (let at = 1; at <= counts.commits; at += COMMITS) {
    yield { of: "commits", at, when: "before" };
    yield { of: "commits", at, when: "after" };
  }
  for (let at = 1; at <= counts.reads; at += READS) {
    yield { of: "reads", at, when: "before" };
  }
}
