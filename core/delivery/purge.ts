import type { Attempts } from "../attempts/attempts.ts";
import type { Clients } from "../clients/clients.ts";
import type { Audiences } from "../mailings/audiences.ts";
import type { MailingSettings } from "../mailings/mailing.ts";
import type { Mailings } from "../mailings/mailings.ts";
import type { Runs } from "../mailings/runs.ts";
import type { Messages } from "../messages/messages.ts";
import type { User } from "../users/user.ts";
import type { Users } from "../users/users.ts";
import type { Backlog } from "./backlog.ts";
import type { Mailbox } from "./mailbox.ts";
import type { Tally } from "./tally.ts";

const BATCH = 20;

/** Everything that holds something of an owner. */
export interface PurgeParts {
  users: Users;
  clients: Clients;
  messages: Messages;
  mailings: Mailings;
  audiences: Audiences;
  runs: Runs;
  attempts: Attempts;
  backlog: Backlog;
  tally: Tally;
  mailbox: Mailbox;
}

/**
 * Removes what was marked as deleted, with all that belongs to it, in batches. Every step
 * removes what is still there and the mark goes last, so that a crash is made good by the next.
 */
export class Purge {
  readonly #parts: PurgeParts;

  constructor(parts: PurgeParts) {
    this.#parts = parts;
  }

  /** Purges what is marked; says whether there was anything. */
  async step(): Promise<boolean> {
    const { mailings, users } = this.#parts;
    const [goneMailings, goneUsers] = await Promise.all([
      mailings.awaitingPurge(BATCH),
      users.awaitingPurge(BATCH),
    ]);
    for (const mailing of goneMailings) await this.#purgeMailing(mailing);
    for (const user of goneUsers) await this.#purgeUser(user);
    return goneMailings.length + goneUsers.length > 0;
  }

  async #purgeMailing(
    { ownerId, id, audience }: MailingSettings,
  ): Promise<void> {
    const { mailings, audiences, runs, attempts, backlog, tally } = this.#parts;
    for await (const run of runs.of(ownerId).iterateOf(id)) {
      await backlog.clear(run.id);
      await attempts.of(ownerId).removeRun(run.id);
      await tally.remove(run.id);
      await runs.of(ownerId).remove(run.id);
    }
    if (audience.kind === "chosen") {
      await audiences.remove(ownerId, audience.listId);
    }
    await mailings.forget(ownerId, id);
  }

  async #purgeUser({ id }: User): Promise<void> {
    const { users, clients, messages, mailings, mailbox } = this.#parts;
    for await (const mailing of mailings.of(id).iterate()) {
      await this.#purgeMailing(mailing);
    }
    await messages.of(id).removeAll();
    await clients.of(id).removeAll();
    await mailbox.of(id).removeAll();
    await users.forget(id);
  }
}
