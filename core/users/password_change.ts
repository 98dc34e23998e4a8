import { Conflict, Invalid } from "../errors.ts";
import type { Transaction } from "../storage/mod.ts";
import { passwordChangedMail, passwordResetMail } from "./account_mails.ts";
import {
  type Accounts,
  countUnknown,
  mayMail,
  userByPassword,
  type Visitor,
} from "./accounts.ts";
import { assertPassword, signedOut, type User } from "./user.ts";

/** Mails a link to choose a new password, if the address has a user; the answer is always the same. */
export async function requestPasswordReset(
  accounts: Accounts,
  email: string,
  visitor: Visitor,
): Promise<void> {
  const { store, users, tokens, notify, baseUrl } = accounts;
  const known = await users.findBy("byEmail", [email]);
  // Whoever asks for an address without an account is counted the same.
  if (!known) return await countUnknown(accounts, email, visitor);
  if (!await mayMail(accounts, known, visitor)) return;
  await store.transact(async (tx) => {
    const user = await users.findBy("byEmail", [email], tx);
    if (!user) return;
    const token = await tokens
      .issue("reset password", { userId: user.id }, tx);
    notify(passwordResetMail(user, `${baseUrl}/reset/${token}`), tx);
  });
}

/**
 * Sets the password by a mailed link, which confirms the address too, and ends every
 * session of the user.
 */
export async function resetPassword(
  accounts: Accounts,
  token: string,
  password: string,
): Promise<User> {
  const { store, users, tokens, passwords, throttle } = accounts;
  // Asked before the costly hash, so that made-up links cost nothing.
  const holder = await tokens.holder("reset password", token);
  const known = holder && await users.find(holder);
  if (!known) throw staleLink();
  assertPassword({ password }, known);
  const passwordHash = await passwords.hash(password);
  const user = await store.transact(async (tx) => {
    const userId = await tokens.take("reset password", token, tx);
    if (userId === undefined) throw staleLink();
    const { confirmedAt = store.now() } = await users.get(userId, tx);
    return await change(accounts, userId, { passwordHash, confirmedAt }, tx);
  });
  await throttle.forget({ kind: "password", of: user.email });
  await accounts.sessions.endAll(user.id);
  return user;
}

/**
 * Sets the password of a user who knows the present one, and ends every session: the
 * page starts a new one for the user it gets back.
 */
export async function changePassword(
  accounts: Accounts,
  user: User,
  { current, next }: { current: string; next: string },
): Promise<User> {
  assertPassword({ next }, user);
  const verified = await userByPassword(accounts, {
    email: user.email,
    password: current,
  }, { devices: [user.id] });
  if (!verified) throw new Invalid({ current: "This is not your password." });
  const passwordHash = await accounts.passwords.hash(next);
  const changed = await accounts.store.transact(async (tx) => {
    const { epoch } = await accounts.users.get(user.id, tx);
    if (epoch !== verified.epoch) {
      throw new Conflict("Your password was changed meanwhile. Sign in again.");
    }
    return await change(accounts, user.id, { passwordHash }, tx);
  });
  await accounts.sessions.endAll(user.id);
  return changed;
}

async function change(
  { users, tokens, notify, baseUrl }: Accounts,
  userId: string,
  changes: Partial<User>,
  tx: Transaction,
): Promise<User> {
  const user = await users.update(
    userId,
    (old) => ({ ...signedOut(old), ...changes }),
    tx,
  );
  await tokens.revoke(userId, tx);
  notify(passwordChangedMail(user, `${baseUrl}/forgot`), tx);
  return user;
}

function staleLink(): Conflict {
  return new Conflict(
    "This link was used already, is older than an hour or was replaced by a newer one. " +
      "Ask for a new link.",
  );
}
