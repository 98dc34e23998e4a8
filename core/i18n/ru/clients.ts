import type { clients as english } from "../en/clients.ts";

/** The words of: clients. */
export const clients: typeof english = {};
