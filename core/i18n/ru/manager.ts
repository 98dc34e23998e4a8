import type { manager as english } from "../en/manager.ts";

/** The words of: manager. */
export const manager: typeof english = {};
