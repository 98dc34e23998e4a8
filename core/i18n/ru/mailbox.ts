import type { mailbox as english } from "../en/mailbox.ts";

/** The words of: mailbox. */
export const mailbox: typeof english = {};
