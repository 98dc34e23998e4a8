import type { home as english } from "../en/home.ts";

/** The words of: home. */
export const home: typeof english = {};
