import type { account as english } from "../en/account.ts";

/** The words of: account. */
export const account: typeof english = {};
