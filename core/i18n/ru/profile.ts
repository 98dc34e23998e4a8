import type { profile as english } from "../en/profile.ts";

/** The words of: profile. */
export const profile: typeof english = {};
