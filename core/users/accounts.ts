import type { Audit } from "../access/audit.ts";
import { networkOf } from "../access/network.ts";
import type { Passwords } from "../access/passwords.ts";
import type { Sessions } from "../access/sessions.ts";
import type { Throttle } from "../access/throttle.ts";
import type { Tokens } from "../access/tokens.ts";
import type { Language } from "../i18n/language.ts";
import type { Store, Transaction } from "../storage/mod.ts";
import type { Notice } from "./account_mails.ts";
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
  /** Throws `Invalid` for a name that no group has. */
  assertGroups(names: readonly string[], tx: Transaction): Promise<void>;
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

/**
 * The user of an address, if the password is theirs; `Conflict` after too many tries.
 * An address without a user takes as long as a wrong password.
 */
export async function userByPassword(
  accounts: Accounts,
  { email, password }: { email: string; password: string },
  { ip }: Visitor = {},
): Promise<User | undefined> {
  const { throttle, users, passwords } = accounts;
  const address = { kind: "password", of: email } as const;
  const network = ip && { kind: "passwordFrom", of: networkOf(ip) } as const;
  await throttle.count(address, ...network ? [network] : []);
  const user = await users.findBy("byEmail", [email]);
  if (!await passwords.verify(password, user?.passwordHash)) return undefined;
  await throttle.forget(address);
  if (network) await throttle.giveBack(network);
  return user;
}
