import { z } from "zod";
import type { Actor } from "../access/audit.ts";
import { Conflict, NotFound } from "../errors.ts";
import { parse } from "../parse.ts";
import type { Transaction } from "../storage/mod.ts";
import { singleLine } from "../text.ts";
import type { Accounts } from "./accounts.ts";
import { assertAdministratorRemains } from "./rank.ts";
import { signedOut, type User } from "./user.ts";

const Blocking = z.object({ reason: singleLine("the reason", 300) });

/** Who blocks or unblocks somebody; it is written down. */
export interface ByWhom {
  by?: Actor;
}

/** Who blocks somebody, and whether they may. */
export interface BlockingOptions extends ByWhom {
  /** Throws if the user may not be blocked, as they are when it would happen. */
  assertMay?(user: User): Promise<void>;
}

/** Signs the user out everywhere and lets them in no more; the reason is shown to them. */
export async function block(
  accounts: Accounts,
  id: string,
  { by, assertMay, ...input }: BlockingOptions & { reason: string },
): Promise<User> {
  const { reason } = parse(Blocking, input);
  const { store, users, sessions } = accounts;
  const user = await store.transact(async (tx) => {
    const old = await present(accounts, id, tx);
    await assertMay?.(old);
    await assertAdministratorRemains(accounts, old, tx);
    if (old.blocked) throw new Conflict(`${old.name} is blocked already.`);
    if (by) note(accounts, { by, user: old, reason }, tx);
    const blocked = { at: store.now(), reason };
    return await users.update(id, () => ({ ...signedOut(old), blocked }), tx);
  });
  await sessions.endAll(id);
  return user;
}

/** Lets a blocked user in again. */
export async function unblock(
  accounts: Accounts,
  id: string,
  { by }: ByWhom,
): Promise<User> {
  return await accounts.store.transact(async (tx) => {
    const user = await present(accounts, id, tx);
    const { blocked, ...free } = user;
    if (!blocked) throw new Conflict(`${user.name} is not blocked.`);
    if (by) note(accounts, { by, user }, tx);
    return await accounts.users.update(id, () => free, tx);
  });
}

async function present(
  { users }: Accounts,
  id: string,
  tx: Transaction,
): Promise<User> {
  const user = await users.find(id, tx);
  if (!user || user.deletedAt) throw new NotFound("There is no such user.");
  return user;
}

function note(
  { audit }: Accounts,
  { by, user: { id, name }, reason }: {
    by: Actor;
    user: User;
    reason?: string;
  },
  tx: Transaction,
): void {
  audit.write(tx, {
    by,
    act: reason === undefined ? "user.unblocked" : "user.blocked",
    on: { kind: "user", id, name },
    note: reason,
  });
}
