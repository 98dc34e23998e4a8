import type { Permission, Permissions } from "../access/permissions.ts";
import type { Clients } from "../clients/clients.ts";
import { Conflict, NotFound } from "../errors.ts";
import type { Mailings } from "../mailings/mailings.ts";
import type { Page } from "../storage/mod.ts";
import type { User } from "../users/user.ts";
import type { UsersPage } from "../users/user_list.ts";
import type { Users } from "../users/users.ts";
import { UserView } from "./views.ts";

/** Whoever has one of these looks after others, and is blocked by nobody. */
const TRUSTED: readonly Permission[] = [
  "mailings.switch_off",
  "users.block",
  "users.delete",
  "groups.manage",
];

/** What managers look at users through. */
export interface WatchedUsersParts {
  users: Users;
  clients: Clients;
  mailings: Mailings;
  permissionsOf(user: Pick<User, "groups">): Promise<Permissions>;
}

/** Somebody with an account, and how much they own. */
export interface WatchedUser {
  user: UserView;
  clients: number;
  mailings: number;
}

/** Why somebody cannot be blocked by somebody. */
export type BlockingBar = "self" | "trusted";

/** Everybody who has an account: to look at, to block and to let in again. */
export class WatchedUsers {
  readonly #parts: WatchedUsersParts;

  constructor(parts: WatchedUsersParts) {
    this.#parts = parts;
  }

  /** One page of the users, newest first. */
  async list(page: UsersPage): Promise<Page<WatchedUser>> {
    const found = await this.#parts.users.list(page);
    const items = await Promise.all(
      found.items.map((user) => this.#counted(user)),
    );
    return { ...found, items };
  }

  /** Somebody with an account; `NotFound` if there is none or it was deleted. */
  async get(id: string): Promise<WatchedUser> {
    return await this.#counted(shown(await this.#parts.users.find(id)));
  }

  /** Somebody with an account, unless there is none or it was deleted. */
  async find(id: string): Promise<UserView | undefined> {
    const user = await this.#parts.users.find(id);
    return user && !user.deletedAt ? UserView.parse(user) : undefined;
  }

  /** What keeps one user from blocking another, if anything does. */
  async barTo(
    { by, id }: { by: User; id: string },
  ): Promise<BlockingBar | undefined> {
    return await this.#bar(shown(await this.#parts.users.find(id)), by);
  }

  /** Ends somebody's sessions and halts their runs, for a reason they will read. */
  async block(
    id: string,
    { reason, by }: { reason: string; by: User },
  ): Promise<UserView> {
    const user = await this.#parts.users.block(id, reason, {
      by,
      assertMay: async (user) => {
        const bar = await this.#bar(shown(user), by);
        if (bar) throw new Conflict(BARS[bar]);
      },
    });
    return UserView.parse(user);
  }

  /** Lets somebody in again. */
  async unblock(id: string, { by }: { by: User }): Promise<UserView> {
    return UserView.parse(await this.#parts.users.unblock(id, { by }));
  }

  async #bar(user: User, by: User): Promise<BlockingBar | undefined> {
    if (user.id === by.id) return "self";
    const permissions = await this.#parts.permissionsOf(user);
    return TRUSTED.some((each) => permissions.has(each))
      ? "trusted"
      : undefined;
  }

  async #counted(user: User): Promise<WatchedUser> {
    const [clients, mailings] = await Promise.all([
      this.#parts.clients.of(user.id).count(),
      this.#parts.mailings.of(user.id).count(),
    ]);
    return { user: UserView.parse(user), clients, mailings };
  }
}

const BARS: Record<BlockingBar, string> = {
  self: "You cannot block yourself.",
  trusted: "Managers and administrators cannot be blocked. " +
    "An administrator can take them out of their groups first.",
};

function shown(user: User | undefined): User {
  if (!user || user.deletedAt) throw new NotFound("There is no such user.");
  return user;
}
