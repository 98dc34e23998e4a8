import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import type { LiveRunProps } from "../../../../islands/LiveRun.tsx";
import { timeOfDay } from "./words.ts";

/** The names of a run's panel and of its numbers. */
export function runPanelWords({ runs }: Catalogue): LiveRunProps["words"] {
  return { progress: runs.progress, numbers: runs.numbers };
}

/** How old a panel's numbers are, and what to do about it. */
export function staleWords(
  { runs }: Catalogue,
  { now, zone }: { now: Date; zone: string },
): LiveRunProps["stale"] {
  return { sentence: runs.asOf(timeOfDay(now, zone)), load: runs.loadAgain };
}
