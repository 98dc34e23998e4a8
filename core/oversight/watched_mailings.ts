import type { Audit } from "../access/audit.ts";
import type { MailingSettings } from "../mailings/mailing.ts";
import type { MailingsPage } from "../mailings/mailing_list.ts";
import type { MailingAddress, Mailings } from "../mailings/mailings.ts";
import type { MailingRun, RunTotals } from "../mailings/run.ts";
import type { Runs } from "../mailings/runs.ts";
import type { Messages } from "../messages/messages.ts";
import type { Page, Store } from "../storage/mod.ts";
import type { User } from "../users/user.ts";
import type { Users } from "../users/users.ts";
import { MailingView, MessageView, RunView, UserView } from "./views.ts";

/** What managers look at mailings through. */
export interface WatchedMailingsParts {
  store: Store;
  users: Pick<Users, "find">;
  messages: Messages;
  mailings: Mailings;
  runs: Runs;
  audit: Audit;
  /** How far a run has come. */
  totalsOf(run: MailingRun): Promise<RunTotals>;
}

/** A mailing and whose it is; no owner is left of an account that is being deleted. */
export interface WatchedMailing {
  mailing: MailingView;
  owner: UserView | undefined;
}

/** A run with its numbers. */
export interface WatchedRun {
  run: RunView;
  totals: RunTotals;
}

/** The mailings of everybody: to look at, and to switch off and on. */
export class WatchedMailings {
  readonly #parts: WatchedMailingsParts;

  constructor(parts: WatchedMailingsParts) {
    this.#parts = parts;
  }

  /** One page of the mailings of all owners or of one, newest first. */
  async list(
    { ownerId, ...page }: MailingsPage & { ownerId?: string | undefined } = {},
  ): Promise<Page<WatchedMailing>> {
    const { mailings } = this.#parts;
    const found = ownerId === undefined
      ? await mailings.list(page)
      : await mailings.of(ownerId).list(page);
    const owners = await this.#ownersOf(found.items);
    return {
      ...found,
      items: found.items.map((mailing) => ({
        mailing: MailingView.parse(mailing),
        owner: owners.get(mailing.ownerId),
      })),
    };
  }

  /** How many mailings there are on the whole site. */
  count(): Promise<number> {
    return this.#parts.mailings.count();
  }

  /** A mailing with its message as it is now; `NotFound` if there is none. */
  async get(
    { ownerId, id }: MailingAddress,
  ): Promise<WatchedMailing & { message: MessageView | undefined }> {
    const mailing = await this.#parts.mailings.of(ownerId).get(id);
    const { textId } = mailing;
    const [owners, message] = await Promise.all([
      this.#ownersOf([mailing]),
      textId && this.#parts.messages.of(ownerId).find(textId),
    ]);
    return {
      mailing: MailingView.parse(mailing),
      owner: owners.get(ownerId),
      message: message ? MessageView.parse(message) : undefined,
    };
  }

  /** One page of a mailing's runs, newest first. */
  async runsOf(
    { ownerId, id }: MailingAddress,
    page: { cursor?: string | undefined; limit?: number } = {},
  ): Promise<Page<WatchedRun>> {
    const { runs, totalsOf } = this.#parts;
    const found = await runs.of(ownerId).list(id, page);
    const items = await Promise.all(found.items.map(async (run) => ({
      run: RunView.parse(run),
      totals: await totalsOf(run),
    })));
    return { ...found, items };
  }

  /** Halts a mailing and keeps it from going out, for a reason that its owner will read. */
  async switchOff(
    address: MailingAddress,
    { reason, by }: { reason: string; by: User },
  ): Promise<MailingView> {
    const { store, mailings } = this.#parts;
    return await store.transact(async (tx) => {
      const mailing = await mailings.switchOff(address, { reason }, tx);
      const note = mailing.switchedOff?.reason;
      this.#parts.audit.write(tx, {
        by,
        act: "mailing.switched_off",
        on: named(mailing),
        note,
      });
      return MailingView.parse(mailing);
    });
  }

  /** Lets a mailing go out again, from its first occurrence to come. */
  async switchOn(
    address: MailingAddress,
    { by }: { by: User },
  ): Promise<MailingView> {
    const { store, mailings, audit } = this.#parts;
    return await store.transact(async (tx) => {
      const mailing = await mailings.switchOn(address, tx);
      const on = named(mailing);
      audit.write(tx, { by, act: "mailing.switched_on", on });
      return MailingView.parse(mailing);
    });
  }

  async #ownersOf(
    mailings: readonly MailingSettings[],
  ): Promise<Map<string, UserView>> {
    const ids = [...new Set(mailings.map(({ ownerId }) => ownerId))];
    const users = await Promise.all(
      ids.map((id) => this.#parts.users.find(id)),
    );
    return new Map(
      users.filter((user) => user !== undefined)
        .filter(({ deletedAt }) => !deletedAt)
        .map((user) => [user.id, UserView.parse(user)]),
    );
  }
}

function named({ id, name, ownerId }: MailingSettings) {
  return { kind: "mailing" as const, id, name, ownerId };
}
