import { z } from "zod";

/** The groups that rights are given to, by name. */
export const Group = z.enum([
  "owner",
  "manager",
  "content manager",
  "administrator",
], { error: "Choose a group that exists." });
export type Group = z.infer<typeof Group>;
