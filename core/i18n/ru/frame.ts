import type { frame as english } from "../en/frame.ts";

/** The words of: frame. */
export const frame: typeof english = {};
