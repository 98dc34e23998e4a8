import type { messages as english } from "../en/messages.ts";

/** The words of: messages. */
export const messages: typeof english = {};
