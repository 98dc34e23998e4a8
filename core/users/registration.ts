import { OWNER } from "../access/group.ts";
import { newSecret } from "../access/secret.ts";
import type { Registered } from "../access/tokens.ts";
import { Conflict, Invalid } from "../errors.ts";
import { parse } from "../parse.ts";
import { newId, type Transaction } from "../storage/mod.ts";
import { accountExistsMail, confirmationMail } from "./account_mails.ts";
import { type Accounts, countMail, type Visitor } from "./accounts.ts";
import { assertPassword, Registration, type User } from "./user.ts";

/** By what somebody shows that a link is of their own registration: one of the two. */
export interface ConfirmationProof {
  /** The registration that their browser knows. */
  registration?: string | undefined;
  password?: string | undefined;
}

/**
 * Makes an unconfirmed user and mails the link that confirms it; gives the registration, for the
 * browser to know. Whoever registers an address that has an account learns nothing here; its
 * owner is told by mail.
 */
export async function register(
  accounts: Accounts,
  input: unknown,
  visitor: Visitor,
): Promise<string> {
  const { store, users, passwords } = accounts;
  const { email, name, password, timeZone } = parse(Registration, input);
  assertPassword({ password }, { email, name });
  await countMail(accounts, email, visitor);
  // Hashed before it is known whether it is needed: the time it takes tells nothing.
  const passwordHash = await passwords.hash(password);
  const { language: mailLanguage } = visitor;
  const chosen = {
    name,
    timeZone,
    passwordHash,
    ...mailLanguage && { mailLanguage },
  };
  const id = newSecret();
  await store.transact(async (tx) => {
    const known = await users.findBy("byEmail", [email], tx);
    if (known?.confirmedAt) return await sendReminder(accounts, known, tx);
    const user = known ??
      await users.insert(newOwner(email, chosen, store.now()), tx);
    await sendConfirmation(
      accounts,
      { user, registered: { id, ...chosen } },
      tx,
    );
  });
  return id;
}

/**
 * Confirms the address that the link was mailed to, with what the registration of that link
 * chose; the links of all others end. Anybody may register a stranger's address, so whoever
 * follows the link has to show that it is of their own: by the browser that registered, or by
 * the password that was chosen. `Conflict` if the link is stale, `Invalid` without proof.
 */
export async function confirm(
  accounts: Accounts,
  token: string,
  proof: ConfirmationProof,
): Promise<User> {
  const { store, users, tokens } = accounts;
  const asked = await tokens.find("confirm address", token);
  if (!asked) throw staleLink();
  await assertOwn(accounts, asked.registered, proof);
  return await store.transact(async (tx) => {
    const userId = await tokens.take("confirm address", token, tx);
    const user = userId && await users.find(userId, tx);
    if (!user || user.confirmedAt || user.deletedAt) throw staleLink();
    const { id: _, ...chosen } = asked.registered ?? { id: "" };
    const confirmedAt = store.now();
    return await users.update(
      user.id,
      (old) => ({ ...old, ...chosen, confirmedAt }),
      tx,
    );
  });
}

async function assertOwn(
  { passwords }: Accounts,
  registered: Registered | undefined,
  { registration, password }: ConfirmationProof,
): Promise<void> {
  if (!registered || registration === registered.id) return;
  if (!password) {
    throw new Invalid({
      password: "Type the password that you chose when you registered.",
    });
  }
  if (await passwords.verify(password, registered.passwordHash)) return;
  throw new Invalid({
    password:
      "This is not the password of this registration. If you did not register, ignore the mail.",
  });
}

/** Whether a link is of a registration that the browser knows. */
export async function isOwnRegistration(
  { tokens }: Accounts,
  token: string,
  registration: string | undefined,
): Promise<boolean> {
  const asked = await tokens.find("confirm address", token);
  return asked?.registered === undefined ||
    asked.registered.id === registration;
}

/** Mails the confirmation once more: of the registration that the browser knows, or of the first. */
export async function resendConfirmation(
  accounts: Accounts,
  { email, registration }: { email: string; registration?: string | undefined },
  visitor: Visitor,
): Promise<void> {
  await countMail(accounts, email, visitor);
  await accounts.store.transact(async (tx) => {
    const user = await accounts.users.findBy("byEmail", [email], tx);
    if (!user) return;
    if (user.confirmedAt) return await sendReminder(accounts, user, tx);
    const known = registration &&
      await accounts.tokens.registered(user.id, registration, tx);
    const registered = known || firstOf(user);
    await sendConfirmation(accounts, { user, registered }, tx);
  });
}

/** The registration that made a user, under a name that no browser knows. */
function firstOf(
  { id, name, timeZone, passwordHash, mailLanguage }: User,
): Registered {
  const chosen = { id, name, timeZone, passwordHash };
  return { ...chosen, ...mailLanguage && { mailLanguage } };
}

async function sendConfirmation(
  { tokens, notify, baseUrl }: Accounts,
  { user, registered }: { user: User; registered: Registered },
  tx: Transaction,
): Promise<void> {
  const userId = user.id;
  const token = await tokens
    .issue("confirm address", { userId, registered }, tx);
  const addressed = { ...user, ...registered, id: userId };
  notify(confirmationMail(addressed, `${baseUrl}/confirm/${token}`), tx);
}

async function sendReminder(
  { tokens, notify, baseUrl }: Accounts,
  user: User,
  tx: Transaction,
): Promise<void> {
  const token = await tokens
    .issue("reset password", { userId: user.id }, tx);
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

function staleLink(): Conflict {
  return new Conflict(
    "This link was used already, is older than 3 days or was replaced by a newer one. " +
      "Sign in, or ask for a new link.",
  );
}
