import { Conflict, Invalid, NotFound } from "../errors.ts";
import type { Transaction } from "../storage/mod.ts";
import { accountDeletedMail } from "./account_mails.ts";
import { type Accounts, userByPassword } from "./accounts.ts";
import { assertAdministratorRemains, assertMayActOn } from "./rank.ts";
import { signedOut, type User } from "./user.ts";

/**
 * Ends the account of a user who typed the password again: nobody can sign in to it any
 * more and its address is free. What it owns is purged afterwards.
 */
export async function markDeleted(
  accounts: Accounts,
  user: User,
  password: string,
): Promise<User> {
  const verified = await userByPassword(accounts, {
    email: user.email,
    password,
  }, { devices: [user.id] });
  if (verified?.id !== user.id) {
    throw new Invalid({ password: "This is not your password." });
  }
  return await end(accounts, user.id);
}

/** Ends another user's account in the name of an administrator, who is written down. */
export async function markDeletedBy(
  accounts: Accounts,
  { by, id }: { by: User; id: string },
): Promise<User> {
  return await end(accounts, id, (user, tx) => {
    assertMayActOn(by, user);
    accounts.audit.write(tx, {
      by,
      act: "user.deleted",
      on: { kind: "user", id, name: user.name },
      note: user.email,
    });
  });
}

async function end(
  accounts: Accounts,
  id: string,
  note: (user: User, tx: Transaction) => void = () => {},
): Promise<User> {
  const { store, users, tokens, sessions, notify } = accounts;
  const deleted = await store.transact(async (tx) => {
    const user = await users.find(id, tx);
    if (!user || user.deletedAt) throw new NotFound("There is no such user.");
    await assertAdministratorRemains(accounts, user, tx);
    note(user, tx);
    const gone = { passwordHash: "", deletedAt: store.now() };
    const record = await users.update(
      id,
      (old) => ({ ...signedOut(old), ...gone }),
      tx,
    );
    await tokens.revoke(id, tx);
    notify(accountDeletedMail(record), tx);
    return record;
  });
  await sessions.endAll(id);
  return deleted;
}

/** Removes what is left of a deleted user; doing it again is no fault. */
export async function forget(accounts: Accounts, id: string): Promise<void> {
  await accounts.sessions.endAll(id);
  await accounts.store.transact(async (tx) => {
    const user = await accounts.users.find(id, tx);
    if (!user) return;
    if (!user.deletedAt) {
      throw new Conflict("The account was not deleted, so it is kept.");
    }
    await accounts.users.remove(id, tx);
  });
}
