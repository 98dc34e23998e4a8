import { assertOutcomes } from "./fault_outcomes.ts";
import { assertRecovery } from "./fault_recovery.ts";
import { FAULTS } from "./faults.ts";
import { month, SEASONS } from "./calendar.ts";
import { crashed, undisturbed } from "./crash.ts";
import { underFreezes, underKills } from "./interruptions.ts";
import type { Deed, Fault } from "./fault.ts";
import type { Death } from "./mortal_kv.ts";
import { SCENARIOS } from "./scenarios.ts";
import { type Chance, seeded } from "./seeded.ts";
import { sendOverSmtp } from "./smtp_crash.ts";

/** One round of one kind: what was tried, in a few words; throws if anything was lost. */
export type Round = (chance: Chance) => Promise<string>;

/** What a round came to. */
export interface RoundReport {
  round: number;
  kind: string;
  /** Repeats the round alone: `--seed` this, `--rounds 1`, `--kind` its kind. */
  seed: number;
  seconds: number;
  what: string;
  /** Why it failed, if it did. */
  fault?: string;
}

const LONGEST_FAULT = 1_000;

/** Every kind of chaos. */
export const ROUNDS: Readonly<Record<string, Round>> = {
  kills: async (chance) => {
    const recipients = chance.between(2_000, 10_000);
    const times = chance.between(1, 8);
    const { repeats, doubts } = await underKills({ recipients, times, chance });
    return `${recipients} recipients, ${times} kills, ${repeats} repeats, ${doubts} in doubt`;
  },
  storms: async (chance) => {
    const recipients = chance.between(1_000, 4_000);
    const times = chance.between(0, 3);
    const fault = stormOf(chance);
    const { repeats, doubts } = await underKills({
      recipients,
      times,
      chance,
      fault,
    });
    return `${recipients} recipients, ${times} kills, ${repeats} repeats, ${doubts} in doubt, trouble at ${
      Object.keys(fault).join(" and ")
    }`;
  },
  freezes: async (chance) => {
    const recipients = chance.between(2_000, 10_000);
    const times = chance.between(1, 4);
    const { repeats, doubts } = await underFreezes({
      recipients,
      times,
      chance,
    });
    return `${recipients} recipients, ${times} freezes, ${repeats} repeats, ${doubts} in doubt`;
  },
  crashes: async (chance) => {
    const scenario = chance.pick(SCENARIOS);
    const { counts, census } = await undisturbed(scenario);
    const deaths = Array.from(
      { length: chance.between(1, 3) },
      () => anyDeath(counts, chance),
    );
    const where = deaths.map(({ of, at, when }) => `${when} ${at} of ${of}`);
    await crashed(scenario, { deaths, census });
    return `${scenario.name}, dead ${where.join(", then ")}`;
  },
  "lost answers": async (chance) => {
    const scenario = chance.pick(SCENARIOS);
    const { counts, census } = await undisturbed(scenario);
    const lost: Death = { ...anyDeath(counts, chance), isSurvived: true };
    await crashed(scenario, { deaths: [lost], census });
    const { of, at, when } = lost;
    return `${scenario.name}, without an answer ${when} ${at} of ${of}`;
  },
  dialogues: async (chance) => {
    const at = chance.between(1, await sendOverSmtp());
    const when = chance.pick(["before", "after"] as const);
    await sendOverSmtp({ at, when });
    return `dead ${when} moment ${at} of the SMTP dialogues`;
  },
  faults: async (chance) => {
    const row = chance.pick(Object.values(FAULTS).flat());
    await assertOutcomes(row, { pipelining: chance.next() < 0.5 });
    await assertRecovery(row);
    return `the server ${row.name}`;
  },
  calendar: async (chance) => {
    const [season, start] = chance.pick(Object.entries(SEASONS));
    const { runs, missed } = await month(start, chance);
    return `${season}: ${runs} runs, ${missed} missed by the rule`;
  },
};

/** Goes through rounds of the kinds in turn, each with a seed of its own. */
export async function* rounds(
  { seed, count, kinds }: {
    seed: number;
    count: number;
    kinds: readonly string[];
  },
): AsyncGenerator<RoundReport> {
  for (let n = 0; n < count; n++) {
    const kind = kinds[n % kinds.length] ?? "";
    yield await round({ round: n + 1, kind, seed: seed + n });
  }
}

async function round(
  made: Pick<RoundReport, "round" | "kind" | "seed">,
): Promise<RoundReport> {
  const start = performance.now();
  const seconds = () => Math.round(performance.now() - start) / 1_000;
  try {
    const what = await ROUNDS[made.kind]?.(seeded(made.seed)) ?? "";
    return { ...made, seconds: seconds(), what };
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    return {
      ...made,
      seconds: seconds(),
      what: "failed",
      fault: fault.slice(0, LONGEST_FAULT),
    };
  }
}

/** A server that goes wrong now and then, at some moments. */
function stormOf(chance: Chance): Fault {
  const moments = ["greeting", "EHLO", "MAIL", "RCPT", "DATA", ".", "taken"];
  const at = () => chance.pick(moments);
  const deeds: Deed[] = [
    { does: "hang up" },
    { does: "reset" },
    { does: "say", reply: "421 4.3.2 closing" },
    { does: "say", reply: "451 4.3.0 later" },
    { does: "say", reply: "no reply at all" },
  ];
  const every = chance.between(40, 400);
  const now = (nth: number) => nth % every === 0;
  return Object.fromEntries(
    [at(), at()].map((moment) => [
      moment,
      (nth: number) => now(nth) ? chance.pick(deeds) : undefined,
    ]),
  );
}

function anyDeath(
  counts: Record<Death["of"], number>,
  chance: Chance,
): Death {
  const of = chance.pick(["commits", "commits", "reads"] as const);
  const when = chance.pick(["before", "after"] as const);
  return { of, at: chance.between(1, counts[of]), when };
}
