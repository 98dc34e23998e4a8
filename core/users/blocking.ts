import { z } from "zod";
import { parse } from "../parse.ts";
import { singleLine } from "../text.ts";
import type { Accounts } from "./accounts.ts";
import { signedOut, type User } from "./user.ts";

const Blocking = z.object({ reason: singleLine("the reason", 300) });

/** Signs the user out everywhere and lets them in no more; the reason is shown to them. */
export async function block(
  { store, users, sessions }: Accounts,
  id: string,
  input: { reason: string },
): Promise<User> {
  const { reason } = parse(Blocking, input);
  const user = await users.update(id, (old) => ({
    ...signedOut(old),
    blocked: { at: store.now(), reason },
  }));
  await sessions.endAll(id);
  return user;
}

/** Lets a blocked user in again. */
export async function unblock({ users }: Accounts, id: string): Promise<User> {
  return await users.update(id, ({ blocked: _, ...user }) => user);
}
