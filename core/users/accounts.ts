import type { Audit } from "../access/audit.ts";
import { networkOf } from "../access/network.ts";
import type { Passwords } from "../access/passwords.ts";
import type { Sessions } from "../access/sessions.ts";
import type { Subject, Throttle } from "../access/throttle.ts";
import type { Tokens } from "../access/tokens.ts";
import type { Language } from "../i18n/language.ts";
import type { Store, Transaction } from "../storage/mod.ts";
import { type Notice, passwordsTriedMail } from "./account_mails.ts";
import type { User } from "./user.ts";
import type { UserCollection } from "./user_collection.ts";

/** What users are made of. */
export interface UsersOptions {
  store: Store;
  passwords: Passwords;
  sessions: Sessions;
  tokens: Tokens;
  throttle: Throttle;
  /** The journal of what managers and administrators do to accounts. */
  audit: Audit;
  /** Throws `Invalid` for a name that no group has, `Conflict` for a group beyond the giver's rights. */
  assertGroups(
    given: { names: readonly string[]; by: User },
    tx: Transaction,
  ): Promise<void>;
  /** Where links in mails lead, without a slash at the end. */
  baseUrl: string;
  /** Puts an account mail into the outbox; it goes out if the transaction commits. */
  notify(notice: Notice, tx: Transaction): void;
}

/** What the stories of an account share. */
export interface Accounts extends UsersOptions {
  users: UserCollection;
}

/** Whoever is on the other side of the line, signed in or not. */
export interface Visitor {
  /** Remote address, as far as it is known. */
  ip?: string | undefined;
  /** The ids of those who signed in with this browser before. */
  devices?: readonly string[];
  /** The language of the page they are on. */
  language?: Language;
}

/** Counts a mail that somebody asks us to send to an address; `Conflict` beyond the limit. */
export async function countMail(
  accounts: Accounts,
  email: string,
  { ip }: Visitor,
): Promise<void> {
  await accounts.throttle.count(
    { kind: "mail", of: email },
    ...ip ? [{ kind: "mailFrom" as const, of: networkOf(ip) }] : [],
  );
}

/** Counts a mail that goes to nobody, as it would be if the address had an account. */
export async function countUnknown(
  { throttle }: Accounts,
  email: string,
  { ip }: Visitor,
): Promise<void> {
  if (ip) await throttle.count({ kind: "mailFrom", of: networkOf(ip) });
  await throttle.isFree({ kind: "mail", of: email });
}

/**
 * Whether one more mail may go to somebody who has an account. Beyond the limit it need not: its
 * last link is in their mailbox and good. `Conflict` for a network that asks for too many.
 */
export async function mayMail(
  { throttle }: Accounts,
  user: User,
  { ip, devices = [] }: Visitor,
): Promise<boolean> {
  if (ip) await throttle.count({ kind: "mailFrom", of: networkOf(ip) });
  return await throttle.isFree(
    devices.includes(user.id)
      ? { kind: "deviceMail", of: user.id }
      : { kind: "mail", of: user.email },
  );
}

/**
 * The user of an address, if the password is theirs; `Conflict` after too many tries. Those of
 * strangers do not count for a browser that the user signed in with before.
 * An address without a user takes as long as a wrong password.
 */
export async function userByPassword(
  accounts: Accounts,
  { email, password }: { email: string; password: string },
  { ip, devices = [] }: Visitor = {},
): Promise<User | undefined> {
  const { throttle, users, passwords } = accounts;
  const user = await users.findBy("byEmail", [email]);
  const isKnown = user !== undefined && devices.includes(user.id);
  const address: Subject = isKnown
    ? { kind: "devicePassword", of: user.id }
    : { kind: "password", of: email };
  const network = ip && { kind: "passwordFrom", of: networkOf(ip) } as const;
  await throttle.count(address, ...network ? [network] : []);
  if (!await passwords.verify(password, user?.passwordHash)) {
    if (user && await throttle.isOver(address)) await warn(accounts, user);
    return undefined;
  }
  await throttle.forget(address);
  if (network) await throttle.giveBack(network);
  return user;
}

/** Tells somebody that strangers try their password, and gives them a way in, once a day. */
async function warn(
  { store, throttle, tokens, notify, baseUrl }: Accounts,
  user: User,
): Promise<void> {
  if (!user.confirmedAt || user.deletedAt) return;
  if (!await throttle.isFree({ kind: "warning", of: user.id })) return;
  await store.transact(async (tx) => {
    const token = await tokens.issue("reset password", { userId: user.id }, tx);
    notify(passwordsTriedMail(user, `${baseUrl}/reset/${token}`), tx);
  });
}
