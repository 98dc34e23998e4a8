import { OWNER } from "../access/group.ts";
import { Conflict } from "../errors.ts";
import { parse } from "../parse.ts";
import { newId, type Transaction } from "../storage/mod.ts";
import { accountExistsMail, confirmationMail } from "./account_mails.ts";
import { type Accounts, countMail, type Visitor } from "./accounts.ts";
import { Registration, type User } from "./user.ts";

/**
 * Makes an unconfirmed user and mails the link that confirms it. Whoever registers an
 * address that has an account learns nothing here; its owner is told by mail.
 */
export async function register(
  accounts: Accounts,
  input: unknown,
  visitor: Visitor,
): Promise<void> {
  const { store, users, passwords } = accounts;
  const { email, name, password, timeZone } = parse(Registration, input);
  await countMail(accounts, email, visitor);
  // Hashed before it is known whether it is needed: the time it takes tells nothing.
  const passwordHash = await passwords.hash(password);
  const { language: mailLanguage } = visitor;
  const details = {
    name,
    timeZone,
    passwordHash,
    ...mailLanguage && { mailLanguage },
  };
  await store.transact(async (tx) => {
    const known = await users.findBy("byEmail", [email], tx);
    if (known?.confirmedAt) return await sendReminder(accounts, known, tx);
    // The newest registration counts, or whoever registered a stranger's address first
    // would have chosen the password of the account that the stranger confirms.
    const user = known
      ? await users.update(known.id, (old) => ({ ...old, ...details }), tx)
      : await users.insert(newOwner(email, details, store.now()), tx);
    await sendConfirmation(accounts, user, tx);
  });
}

/** Confirms the address that the link was mailed to; the user may then be signed in. */
export async function confirm(
  { store, users, tokens }: Accounts,
  token: string,
): Promise<User> {
  return await store.transact(async (tx) => {
    const userId = await tokens.take("confirm address", token, tx);
    if (userId === undefined) {
      throw new Conflict(
        "This link was used already, is older than 3 days or was replaced by a newer one. " +
          "Sign in, or ask for a new link.",
      );
    }
    const confirmedAt = store.now();
    return await users.update(userId, (user) => ({ ...user, confirmedAt }), tx);
  });
}

/** Mails a new confirmation link, if the address waits for one; the answer is always the same. */
export async function resendConfirmation(
  accounts: Accounts,
  email: string,
  visitor: Visitor,
): Promise<void> {
  await countMail(accounts, email, visitor);
  await accounts.store.transact(async (tx) => {
    const user = await accounts.users.findBy("byEmail", [email], tx);
    if (!user) return;
    const send = user.confirmedAt ? sendReminder : sendConfirmation;
    await send(accounts, user, tx);
  });
}

async function sendConfirmation(
  { tokens, notify, baseUrl }: Accounts,
  user: User,
  tx: Transaction,
): Promise<void> {
  const token = await tokens.issue("confirm address", user.id, tx);
  notify(confirmationMail(user, `${baseUrl}/confirm/${token}`), tx);
}

async function sendReminder(
  { tokens, notify, baseUrl }: Accounts,
  user: User,
  tx: Transaction,
): Promise<void> {
  const token = await tokens.issue("reset password", user.id, tx);
  const links = {
    signIn: `${baseUrl}/sign-in`,
    reset: `${baseUrl}/reset/${token}`,
  };
  notify(accountExistsMail(user, links), tx);
}

function newOwner(
  email: string,
  details: Pick<User, "name" | "timeZone" | "mailLanguage" | "passwordHash">,
  now: Date,
): User {
  return {
    id: newId(now),
    email,
    ...details,
    groups: [OWNER],
    epoch: 0,
    createdAt: now,
  };
}
