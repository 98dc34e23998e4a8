import { isLive, type MailingSettings } from "../mailings/mailing.ts";
import type { Mailings } from "../mailings/mailings.ts";
import type { MailingRun } from "../mailings/run.ts";
import type { Runs } from "../mailings/runs.ts";
import { isActive, type User } from "../users/user.ts";
import type { Users } from "../users/users.ts";

/** An active run and what is to be done with it; kept up to date while one holds it. */
export interface RosterEntry {
  run: MailingRun;
  /** Whether its mailing and its owner let it go on. */
  isGranted: boolean;
  /** Whether it is to be wound up: its mailing was cancelled or deleted. */
  isCancelled: boolean;
}

/** Where the roster reads. */
export interface RosterParts {
  users: Users;
  mailings: Mailings;
  runs: Runs;
}

/**
 * The active runs as this worker sees them. Permission to go on is not kept with the run
 * but read from its mailing and its owner, so that pausing, switching off or blocking is
 * one write there and is noticed here at the next refresh.
 */
export class Roster {
  readonly #parts: RosterParts;
  #entries = new Map<string, RosterEntry>();

  constructor(parts: RosterParts) {
    this.#parts = parts;
  }

  /** All active runs, as of the last refresh. */
  get entries(): RosterEntry[] {
    return [...this.#entries.values()];
  }

  /** Reads the active runs, or those of one mailing, and what they may do. */
  async refresh(only?: string): Promise<void> {
    const seen = new Set<string>();
    for await (const run of this.#parts.runs.active()) {
      if (only !== undefined && run.mailingId !== only) continue;
      seen.add(run.id);
      await this.#look(run);
    }
    for (const [id, entry] of this.#entries) {
      if (seen.has(id)) continue;
      entry.isGranted = false;
      this.#entries.delete(id);
    }
  }

  async #look(run: MailingRun): Promise<void> {
    const [mailing, owner] = await Promise.all([
      this.#parts.mailings.of(run.ownerId).findAny(run.mailingId),
      this.#parts.users.find(run.ownerId),
    ]);
    const verdict = judge(mailing, owner);
    const entry = this.#entries.get(run.id);
    if (entry) Object.assign(entry, verdict, { run });
    else this.#entries.set(run.id, { run, ...verdict });
  }
}

function judge(
  mailing: MailingSettings | undefined,
  owner: User | undefined,
): Omit<RosterEntry, "run"> {
  const isGone = !mailing || !owner ||
    Boolean(owner.deletedAt ?? mailing.deletedAt);
  return {
    isGranted: !isGone && isLive(mailing) && isActive(owner),
    isCancelled: isGone || mailing.status === "cancelled",
  };
}
