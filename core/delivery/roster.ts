import type { SkipReason } from "../attempts/skipped.ts";
import { inGroups } from "../in_groups.ts";
import {
  isLive,
  type MailingRef,
  type MailingSettings,
} from "../mailings/mailing.ts";
import type { Mailings } from "../mailings/mailings.ts";
import {
  isActive as isActiveRun,
  isRunOf,
  type MailingRun,
  runNameOf,
  type RunRef,
} from "../mailings/run.ts";
import { endOf } from "../mailings/schedule.ts";
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
  /** When its mailing ends: from then on nothing may be handed over. */
  endsAt: Date | undefined;
  /** Why those who still wait are to be passed over, if they are. */
  skipRest: SkipReason | undefined;
}

/** Where the roster reads. */
export interface RosterParts {
  users: Users;
  mailings: Mailings;
  runs: Runs;
  now: () => Date;
}

/** Runs whose mailings and owners are read side by side. */
const AT_ONCE = 50;

/**
 * The active runs as this worker sees them. Permission to go on is not kept with the run
 * but read from its mailing and its owner, so that pausing, switching off or blocking is
 * one write there and is noticed here at the next look.
 */
export class Roster {
  readonly #parts: RosterParts;
  readonly #entries = new Map<string, RosterEntry>();
  /** In which round each was last looked at. */
  readonly #lookedAt = new Map<string, number>();
  /** When the last active run of each mailing was due, in milliseconds. */
  #latest = new Map<string, number>();
  #round = 0;

  constructor(parts: RosterParts) {
    this.#parts = parts;
  }

  /** All active runs that are known. */
  get entries(): RosterEntry[] {
    return [...this.#entries.values()];
  }

  /** How many there are. */
  get size(): number {
    return this.#entries.size;
  }

  /** Begins another round of looking: what was seen before the last one counts as stale. */
  beginRound(): void {
    this.#round++;
  }

  /** Whether a run was looked at in this round or the last. */
  isFresh(run: RunRef): boolean {
    return (this.#lookedAt.get(runNameOf(run)) ?? -Infinity) >= this.#round - 1;
  }

  /** Reads all active runs, or those of one mailing, and what they may do. */
  async refresh(only?: MailingRef): Promise<void> {
    const seen = new Set<string>();
    const latest = new Map<string, number>();
    const owners = new Map<string, Promise<User | undefined>>();
    for await (const some of inGroups(this.#parts.runs.active(), AT_ONCE)) {
      const runs = some.filter((run) =>
        only === undefined || isRunOf(run, only)
      );
      for (const run of runs) {
        seen.add(runNameOf(run));
        const name = mailingNameOf(run);
        const dueAt = Math.max(run.dueAt.getTime(), latest.get(name) ?? 0);
        latest.set(name, dueAt);
      }
      await Promise.all(runs.map((run) => this.#look(run, owners)));
    }
    for (const name of this.#entries.keys()) {
      if (!seen.has(name)) this.#drop(name);
    }
    this.#latest = latest;
    for (const entry of this.#entries.values()) this.#supersede(entry);
  }

  /** Looks again at a few of the runs that are known, by their names. */
  async review(names: Iterable<string>): Promise<void> {
    const owners = new Map<string, Promise<User | undefined>>();
    await Promise.all(Array.from(names, async (name) => {
      const known = this.#entries.get(name)?.run;
      if (known === undefined) return;
      const run = await this.#parts.runs.of(known.ownerId).find(known.id);
      if (run && isActiveRun(run)) await this.#look(run, owners);
      else this.#drop(name);
    }));
  }

  async #look(
    run: MailingRun,
    owners: Map<string, Promise<User | undefined>>,
  ): Promise<void> {
    const round = this.#round;
    const { ownerId, mailingId } = run;
    const [mailing, owner] = await Promise.all([
      this.#parts.mailings.of(ownerId).findAny(mailingId),
      owners.getOrInsertComputed(
        ownerId,
        () => this.#parts.users.find(ownerId),
      ),
    ]);
    const verdict = judge({ mailing, owner, now: this.#parts.now() });
    const name = runNameOf(run);
    const entry = this.#entries.get(name);
    if (entry) Object.assign(entry, verdict, { run });
    else this.#entries.set(name, { run, ...verdict });
    this.#lookedAt.set(name, round);
    this.#supersede(this.#entries.get(name)!);
  }

  /** Of a mailing one run goes on: a later occurrence takes the place of what is left of the others. */
  #supersede(entry: RosterEntry): void {
    const { run } = entry;
    const latest = this.#latest.get(mailingNameOf(run)) ?? 0;
    if (run.dueAt.getTime() >= latest) return;
    entry.isGranted = false;
    entry.skipRest ??= "superseded";
  }

  #drop(name: string): void {
    const entry = this.#entries.get(name);
    if (entry) entry.isGranted = false;
    this.#entries.delete(name);
    this.#lookedAt.delete(name);
  }
}

/** Whether the end of a run's mailing has come. */
export function isOver({ endsAt }: Pick<RosterEntry, "endsAt">, now: Date) {
  return endsAt !== undefined && endsAt <= now;
}

function mailingNameOf({ ownerId, mailingId }: MailingRun): string {
  return `${ownerId}/${mailingId}`;
}

function judge(
  { mailing, owner, now }: {
    mailing: MailingSettings | undefined;
    owner: User | undefined;
    now: Date;
  },
): Omit<RosterEntry, "run"> {
  const endsAt = endOf(mailing?.schedule);
  const isLate = isOver({ endsAt }, now);
  const isGone = !mailing || !owner ||
    Boolean(owner.deletedAt ?? mailing.deletedAt);
  return {
    isGranted: !isGone && isLive(mailing) && isActive(owner) && !isLate,
    isCancelled: isGone || mailing.status === "cancelled",
    endsAt,
    skipRest: isLate ? "ended" : undefined,
  };
}
