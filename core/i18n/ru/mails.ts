import type { mails as english } from "../en/mails.ts";

/** The words of: mails. */
export const mails: typeof english = {};
