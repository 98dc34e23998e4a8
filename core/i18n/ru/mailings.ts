import type { mailings as english } from "../en/mailings.ts";

/** The words of: mailings. */
export const mailings: typeof english = {};
