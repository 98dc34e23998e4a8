import { Conflict, Invalid } from "../errors.ts";
import { accountDeletedMail } from "./account_mails.ts";
import { type Accounts, userByPassword } from "./accounts.ts";
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
  const { store, users, tokens, sessions, notify } = accounts;
  const verified = await userByPassword(accounts, {
    email: user.email,
    password,
  });
  if (verified?.id !== user.id) {
    throw new Invalid({ password: "This is not your password." });
  }
  const deleted = await store.transact(async (tx) => {
    const gone = { passwordHash: "", deletedAt: store.now() };
    const record = await users.update(
      user.id,
      (old) => ({ ...signedOut(old), ...gone }),
      tx,
    );
    await tokens.revoke(user.id, tx);
    notify(accountDeletedMail(record), tx);
    return record;
  });
  await sessions.endAll(user.id);
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
