import type { Bench } from "./figure.ts";
import { fillStore, serveSite } from "./served.ts";

const STARTS = 5;

/** The first byte of the home page after the process starts: the median of some starts. */
export const coldStart: Bench = async (tell) => {
  const folder = await Deno.makeTempDir();
  try {
    const { path } = await fillStore(folder, () => Promise.resolve());
    const times: number[] = [];
    for (let n = 0; n < STARTS; n++) {
      tell(`Starting the site (${n + 1} of ${STARTS})…`);
      await using site = await serveSite(path);
      times.push(site.firstByte);
    }
    const median = times.sort((a, b) => a - b)[Math.floor(STARTS / 2)] ??
      Infinity;
    return [{
      figure: "first byte after a cold start",
      value: median / 1_000,
      unit: "s",
      bound: 0.5,
      sense: "at most",
    }];
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
};
