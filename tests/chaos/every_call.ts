import { crashed, undisturbed } from "./crash.ts";
import type { Death } from "./mortal_kv.ts";
import type { RoundReport } from "./rounds.ts";
import { type Scenario, SCENARIOS } from "./scenarios.ts";
import { sendOverSmtp } from "./smtp_crash.ts";

/** A walk over every place of something; gives how many there were. */
type Walk = () => Promise<number>;

/** Dies at every call to the store in turn, in every scenario, and at every moment of the SMTP dialogues. */
export async function* everyCall(): AsyncGenerator<RoundReport> {
  const walks: [kind: string, walk: Walk][] = [
    ...SCENARIOS.map((scenario): [string, Walk] => [
      scenario.name,
      () => atEveryCall(scenario),
    ]),
    ["the SMTP dialogues", atEveryMoment],
  ];
  for (const [n, [kind, walk]] of walks.entries()) {
    yield await report({ round: n + 1, kind, seed: 0 }, walk);
  }
}

async function atEveryCall(scenario: Scenario): Promise<number> {
  const { counts, census } = await undisturbed(scenario);
  const places: Death[] = [
    ...upTo(counts.commits).flatMap((at): Death[] => [
      { of: "commits", at, when: "before" },
      { of: "commits", at, when: "after" },
      { of: "commits", at, when: "after", isSurvived: true },
    ]),
    ...upTo(counts.reads)
      .map((at): Death => ({ of: "reads", at, when: "before" })),
  ];
  for (const death of places) {
    await at(
      `${death.when} ${death.at} of ${death.of}`,
      () => crashed(scenario, { deaths: [death], census }),
    );
  }
  return places.length;
}

async function atEveryMoment(): Promise<number> {
  const moments = upTo(await sendOverSmtp());
  for (const moment of moments) {
    for (const when of ["before", "after"] as const) {
      await at(
        `${when} moment ${moment}`,
        () => sendOverSmtp({ at: moment, when }),
      );
    }
  }
  return moments.length * 2;
}

/** Says of a failure where it was. */
async function at(where: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    throw new Error(`${where}: ${cause}`, { cause });
  }
}

async function report(
  made: Pick<RoundReport, "round" | "kind" | "seed">,
  walk: Walk,
): Promise<RoundReport> {
  const start = performance.now();
  const seconds = () => Math.round(performance.now() - start) / 1_000;
  try {
    const places = await walk();
    return { ...made, seconds: seconds(), what: `${places} places` };
  } catch (error) {
    return { ...made, seconds: seconds(), what: "failed", fault: `${error}` };
  }
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n + 1);
}
