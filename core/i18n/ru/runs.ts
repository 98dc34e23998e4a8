import type { runs as english } from "../en/runs.ts";

/** The words of: runs. */
export const runs: typeof english = {};
