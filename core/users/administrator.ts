import { ADMINISTRATOR } from "../access/group.ts";
import { Conflict } from "../errors.ts";
import type { Users } from "./users.ts";

/** Makes the first administrator, unless the address has an account already. */
export async function ensureAdministrator(
  users: Users,
  admin: { email: string; password: string },
): Promise<void> {
  if (await users.findByEmail(admin.email)) return;
  const input = {
    ...admin,
    name: "Administrator",
    groups: [ADMINISTRATOR],
    timeZone: "UTC",
  };
  try {
    await users.create(input);
  } catch (error) {
    // Another process that started at the same time was first.
    if (!(error instanceof Conflict)) throw error;
  }
}
