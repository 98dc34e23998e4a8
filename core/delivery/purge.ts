import type { Attempts } from "../attempts/attempts.ts";
import { ClientChanges } from "../clients/client_changes.ts";
import type { Clients } from "../clients/clients.ts";
import type { Audiences } from "../mailings/audiences.ts";
import type { MailingSettings } from "../mailings/mailing.ts";
import { isActive, type MailingRun } from "../mailings/run.ts";
import type { Mailings } from "../mailings/mailings.ts";
import type { Runs } from "../mailings/runs.ts";
import type { Messages } from "../messages/messages.ts";
import type { Store } from "../storage/mod.ts";
import type { User } from "../users/user.ts";
import type { Users } from "../users/users.ts";
import type { Backlog } from "./backlog.ts";
import type { Mailbox } from "./mailbox.ts";
import type { Outlets } from "./outlets.ts";
import type { Policy } from "./policy.ts";
import type { Tally } from "./tally.ts";

const BATCH = 20;
const HOUR = 3_600_000;
/** Nobody comes back to a lease so long after it lapsed, and no clock is that far ahead, in milliseconds. */
const LAPSED = 24 * HOUR;

/** Everything that holds something of an owner. */
export interface PurgeParts {
  store: Store;
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
  outlets: Outlets;
  policy: Policy;
}

/**
 * Removes what was marked as deleted, with all that belongs to it, in batches. Every step
 * removes what is still there and the mark goes last, so that a crash is made good by the next.
 * What workers that died left of their leases goes too.
 */
export class Purge {
  readonly #parts: PurgeParts;
  /** When leases were last swept up, in milliseconds. */
  #sweptAt = -Infinity;

  constructor(parts: PurgeParts) {
    this.#parts = parts;
  }

  /** Purges what is marked; says whether anything was got rid of. */
  async step(): Promise<boolean> {
    const { mailings, users } = this.#parts;
    await this.#sweep();
    let didSomething = false;
    for (const mailing of await mailings.awaitingPurge(BATCH)) {
      if (await this.#purgeMailing(mailing)) didSomething = true;
    }
    for (const user of await users.awaitingPurge(BATCH)) {
      if (await this.#purgeUser(user)) didSomething = true;
    }
    return didSomething;
  }

  /** Removes what nobody needs any more of leases and changes, once an hour. */
  async #sweep(): Promise<void> {
    const { store } = this.#parts;
    const now = store.now().getTime();
    if (Math.abs(now - this.#sweptAt) < HOUR) return;
    this.#sweptAt = now;
    await store.leases.sweep({ lapsed: LAPSED });
    await this.#forgetChanges(now);
  }

  /** Forgets changes of clients that came before every run under way was planned. */
  async #forgetChanges(now: number): Promise<void> {
    let oldest = now;
    for await (const { startedAt } of this.#parts.runs.active()) {
      oldest = Math.min(oldest, startedAt.getTime());
    }
    const changes = new ClientChanges(this.#parts.store);
    await changes.forgetBefore(new Date(oldest - LAPSED));
  }

  /** False if workers still have some of it in hand. */
  async #purgeMailing(mailing: MailingSettings): Promise<boolean> {
    const { mailings, audiences, runs, tally } = this.#parts;
    const { ownerId, id, audience } = mailing;
    for await (const run of runs.of(ownerId).iterateOf(id)) {
      if (!await this.#purgeRun(run)) return false;
    }
    if (audience.kind === "chosen") {
      await audiences.remove(ownerId, audience.listId);
    }
    await tally.removeMailing(mailing);
    await mailings.forget(ownerId, id);
    return true;
  }

  async #purgeRun(run: MailingRun): Promise<boolean> {
    const { audiences, runs, attempts, backlog, tally, policy } = this.#parts;
    const { ownerId, id, audience } = run;
    // The finisher winds it up first.
    if (isActive(run)) return false;
    if (!await backlog.clear(run, { ttl: policy.lease })) return false;
    await attempts.of(ownerId).removeRun(id);
    await tally.remove(run);
    // The mailing may have another list by now.
    if (audience.kind === "chosen") {
      await audiences.remove(ownerId, audience.listId);
    }
    await runs.of(ownerId).remove(id);
    return true;
  }

  async #purgeUser({ id }: User): Promise<boolean> {
    const { users, clients, messages, mailings, mailbox, outlets, tally } =
      this.#parts;
    for await (const mailing of mailings.of(id).iterate()) {
      if (!await this.#purgeMailing(mailing)) return false;
    }
    await mailings.forgetOwner(id);
    await messages.of(id).removeAll();
    await clients.of(id).removeAll();
    await mailbox.of(id).removeAll();
    await tally.removeOwner(id);
    await outlets.forget(id);
    await users.forget(id);
    return true;
  }
}
