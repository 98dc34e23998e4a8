import { Invalid } from "../errors.ts";
import { type Accounts, userByPassword, type Visitor } from "./accounts.ts";
import type { User } from "./user.ts";

/** The password is right but the address is not confirmed yet: offer to send the mail again. */
export class NotConfirmed extends Invalid {
  constructor() {
    super({
      "":
        "This address is not confirmed yet. Open the mail we sent you and follow its link.",
    });
  }
}

/**
 * The user whom e-mail and password belong to. `Invalid` does not say which of the two
 * was wrong, and tells of blocking only to whoever knows the password.
 */
export async function signIn(
  accounts: Accounts,
  credentials: { email: string; password: string },
  visitor: Visitor,
): Promise<User> {
  const user = await userByPassword(accounts, credentials, visitor);
  if (!user) {
    throw new Invalid({ "": "The e-mail address or the password is wrong." });
  }
  if (user.blocked) {
    const { reason } = user.blocked;
    throw new Invalid({ "": `This account is blocked. The reason: ${reason}` });
  }
  if (!user.confirmedAt) throw new NotConfirmed();
  const reader = await withMailLanguage(accounts, user, visitor);
  return await withCurrentHash(accounts, reader, credentials.password);
}

/** The user, to whom we write in the language of the page if we knew none before. */
async function withMailLanguage(
  { users }: Accounts,
  user: User,
  { language }: Visitor,
): Promise<User> {
  if (!language || user.mailLanguage) return user;
  await users.update(
    user.id,
    (current) => ({
      ...current,
      mailLanguage: current.mailLanguage ?? language,
    }),
  );
  // All else stays as it was when the password was right.
  return { ...user, mailLanguage: language };
}

/** The user, hashed anew if the cost of hashes has changed since the password was chosen. */
async function withCurrentHash(
  { users, passwords }: Accounts,
  user: User,
  password: string,
): Promise<User> {
  if (!passwords.isOutdated(user.passwordHash)) return user;
  const passwordHash = await passwords.hash(password);
  const stored = await users.update(
    user.id,
    (current) =>
      current.passwordHash === user.passwordHash
        ? { ...current, passwordHash }
        : current,
  );
  // The epoch in which the password was right: if it was changed meanwhile, the session
  // about to start has ended already.
  return { ...stored, epoch: user.epoch };
}
