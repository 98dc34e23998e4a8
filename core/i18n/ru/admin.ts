import type { admin as english } from "../en/admin.ts";

/** The words of: admin. */
export const admin: typeof english = {};
