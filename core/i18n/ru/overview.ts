import type { overview as english } from "../en/overview.ts";

/** The words of: overview. */
export const overview: typeof english = {};
