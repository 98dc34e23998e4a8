import { z } from "zod";
import { Conflict } from "../errors.ts";
import { EmailAddress } from "../email_address.ts";
import { parse } from "../parse.ts";
import { newId, type Page, type Transaction } from "../storage/mod.ts";
import type { Accounts, UsersOptions, Visitor } from "./accounts.ts";
import {
  block,
  type BlockingOptions,
  type ByWhom,
  unblock,
} from "./blocking.ts";
import { forget, markDeleted, markDeletedBy } from "./deletion.ts";
import { countMembers, type MemberCount, setGroups } from "./membership.ts";
import {
  changePassword,
  requestPasswordReset,
  resetPassword,
} from "./password_change.ts";
import {
  confirm,
  type ConfirmationProof,
  isOwnRegistration,
  register,
  resendConfirmation,
} from "./registration.ts";
import { signIn } from "./sign_in.ts";
import {
  assertPassword,
  isActive,
  NewUser,
  Profile,
  type User,
} from "./user.ts";
import { type UserCollection, userCollection } from "./user_collection.ts";
import { listUsers, type UsersPage } from "./user_list.ts";

const Addressed = z.object({ email: EmailAddress });

/** Everybody who has an account, and all that can happen to one. */
export class Users {
  readonly #accounts: Accounts;
  readonly #users: UserCollection;

  constructor(options: UsersOptions) {
    this.#users = userCollection(options.store);
    this.#accounts = { ...options, users: this.#users };
  }

  /** Takes a registration and gives its name, for the browser to know; the answer is the same whether the address has an account. */
  async register(input: unknown, visitor: Visitor = {}): Promise<string> {
    return await register(this.#accounts, input, visitor);
  }

  /** Confirms the address that the token was mailed to; `Conflict` if the token is stale, `Invalid` if it is not shown to be theirs. */
  async confirm(token: string, proof: ConfirmationProof): Promise<User> {
    return await confirm(this.#accounts, token, proof);
  }

  /** Whether a mailed link is of a registration that the browser knows; else the password is asked for. */
  isOwnRegistration(
    token: string,
    registration: string | undefined,
  ): Promise<boolean> {
    return isOwnRegistration(this.#accounts, token, registration);
  }

  /** Mails the confirmation once more; the answer is the same whether the address has an account. */
  async resendConfirmation(
    email: string,
    { registration, ...visitor }:
      & Visitor
      & Pick<
        ConfirmationProof,
        "registration"
      > = {},
  ): Promise<void> {
    const asked = { email: addressOf(email), registration };
    await resendConfirmation(this.#accounts, asked, visitor);
  }

  /** The user, for whom the page then starts a session; `Invalid` or `NotConfirmed` says why not. */
  async signIn(
    email: string,
    password: string,
    visitor: Visitor = {},
  ): Promise<User> {
    const credentials = { email: addressOf(email), password };
    return await signIn(this.#accounts, credentials, visitor);
  }

  /** Mails a link to choose a new password; the answer is the same whether the address has an account. */
  async requestPasswordReset(
    email: string,
    visitor: Visitor = {},
  ): Promise<void> {
    await requestPasswordReset(this.#accounts, addressOf(email), visitor);
  }

  /** Whether a mailed link to choose a new password is still good. */
  async mayResetPassword(token: string): Promise<boolean> {
    const { tokens } = this.#accounts;
    return await tokens.holder("reset password", token) !== undefined;
  }

  /** Sets the password by a mailed link and ends every session; `Conflict` if the link is stale. */
  async resetPassword(token: string, password: string): Promise<User> {
    return await resetPassword(this.#accounts, token, password);
  }

  /** Sets the password and ends every session; the page starts a new one for the user it gets. */
  async changePassword(
    user: User,
    current: string,
    next: string,
  ): Promise<User> {
    return await changePassword(this.#accounts, user, { current, next });
  }

  /** Changes what people may change about themselves; without a language none is chosen. */
  async updateProfile(user: User, input: unknown): Promise<User> {
    const { language, ...profile } = parse(Profile, input);
    return await this.#users.update(
      user.id,
      ({ language: _, ...old }) => ({
        ...old,
        ...profile,
        ...language && { language },
      }),
    );
  }

  /** The user of an id, deleted or not; `NotFound` if there is none. */
  async get(id: string, tx?: Transaction): Promise<User> {
    return await this.#users.get(id, tx);
  }

  /** The user of an id, deleted or not, if there is one. */
  async find(id: string, tx?: Transaction): Promise<User | undefined> {
    return await this.#users.find(id, tx);
  }

  /** The user who has an address now, if there is one. */
  async findByEmail(email: string): Promise<User | undefined> {
    return await this.#users.findBy("byEmail", [addressOf(email)]);
  }

  /** Users who are not deleted, newest first; a search goes by words of name and address. */
  async list(page: UsersPage): Promise<Page<User>> {
    return await listUsers(this.#users, page);
  }

  /** How many users are in a group; the counting stops at 1,000. */
  async countMembers(group: string): Promise<MemberCount> {
    return await countMembers(this.#users, group);
  }

  /** Puts a user into these groups alone; `Conflict` if nobody would be left to administer. */
  async setGroups(
    id: string,
    groups: readonly string[],
    by: User,
  ): Promise<User> {
    return await setGroups(this.#accounts, { id, groups, by });
  }

  /** Deleted users whose purge is not over, longest deleted first. */
  async awaitingPurge(limit: number): Promise<User[]> {
    const page = await this.#users.list({ index: "byDeletion", limit });
    return page.items;
  }

  /** Makes a confirmed user; `Conflict` if the address has one. */
  async create(input: unknown): Promise<User> {
    const { password, ...details } = parse(NewUser, input);
    assertPassword({ password }, details);
    const { store, passwords } = this.#accounts;
    const passwordHash = await passwords.hash(password);
    return await store.transact(async (tx) => {
      const now = store.now();
      if (await this.#users.findBy("byEmail", [details.email], tx)) {
        throw new Conflict(`${details.email} has an account already.`);
      }
      const id = newId(now);
      const times = { confirmedAt: now, createdAt: now };
      return await this.#users.insert(
        { id, ...details, passwordHash, epoch: 0, ...times },
        tx,
      );
    });
  }

  /** Signs the user out everywhere and lets them in no more, for a reason they will read. */
  async block(
    id: string,
    reason: string,
    options: BlockingOptions = {},
  ): Promise<User> {
    return await block(this.#accounts, id, { ...options, reason });
  }

  /** Lets a blocked user in again. */
  async unblock(id: string, byWhom: ByWhom = {}): Promise<User> {
    return await unblock(this.#accounts, id, byWhom);
  }

  /** Ends the user's account and frees its address; `Invalid` if the password is wrong. */
  async markDeleted(user: User, password: string): Promise<User> {
    return await markDeleted(this.#accounts, user, password);
  }

  /** Ends another user's account, as an administrator may; who did it is written down. */
  async markDeletedBy(by: User, id: string): Promise<User> {
    return await markDeletedBy(this.#accounts, { by, id });
  }

  /** Removes a deleted user's record, once all that it owned is gone. */
  async forget(id: string): Promise<void> {
    await forget(this.#accounts, id);
  }

  /** Who a session's token speaks for right now: nobody once signed out, blocked or deleted. */
  async userOf(token: string): Promise<User | undefined> {
    const session = await this.#accounts.sessions.find(token);
    if (!session) return undefined;
    const user = await this.#users.find(session.userId);
    if (!user || !isActive(user)) return undefined;
    return user.epoch === session.epoch ? user : undefined;
  }
}

function addressOf(email: string): string {
  return parse(Addressed, { email }).email;
}
