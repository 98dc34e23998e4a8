import type { reports as english } from "../en/reports.ts";

/** The words of: reports. */
export const reports: typeof english = {};
