import {
  type MailingRun,
  type RunTotals,
  type ShownRunState,
  shownRunState,
} from "../mailings/run.ts";
import type { Mailings } from "../mailings/mailings.ts";
import type { Runs } from "../mailings/runs.ts";
import type { Store } from "../storage/mod.ts";
import type { User } from "../users/user.ts";
import type { Users } from "../users/users.ts";
import { Backlog, type InHand } from "./backlog.ts";
import type { KnownDoor } from "./known_doors.ts";
import type { Outlets } from "./outlets.ts";
import { Tally } from "./tally.ts";
import type { Transport } from "./transports/transport.ts";

const DELETED = 100;
const DOORS = 100;

/** What is watched. */
export interface WatchParts {
  store: Store;
  users: Users;
  mailings: Mailings;
  runs: Runs;
  outlets: Outlets;
  transport: Transport;
}

/** A run under way, as whoever runs the service sees it. */
export interface WatchedRun {
  run: MailingRun;
  /** How it reads to people: held together with its mailing. */
  state: ShownRunState;
  /** Undefined once the mailing or the owner has gone. */
  mailing: string | undefined;
  owner: Pick<User, "id" | "name"> | undefined;
  totals: RunTotals;
  /** Its parts: how many are left, and how many of them workers have in hand. */
  parts: InHand;
}

/** A way out that is closed for now, and whose it is; undefined where it is that of all. */
export interface WatchedDoor extends KnownDoor {
  owner: Pick<User, "id" | "name"> | undefined;
}

/** How the delivery is doing. */
export interface Condition {
  service: { name: string; doors: WatchedDoor[] };
  runs: WatchedRun[];
  /** Whether there are more runs than were looked at. */
  hasMore: boolean;
  /** Accounts that were deleted and are still being cleared, up to 100. */
  deletedAccounts: number;
}

/** Looks on as mailings go out; changes nothing. */
export class Watch {
  readonly #parts: WatchParts;
  readonly #backlog: Backlog;
  readonly #tally: Tally;

  constructor(parts: WatchParts) {
    this.#parts = parts;
    this.#backlog = new Backlog(parts.store);
    this.#tally = new Tally(parts.store);
  }

  /** How everything stands now; of the runs under way, those due longest are looked at. */
  async look({ limit }: { limit: number }): Promise<Condition> {
    const { users, transport } = this.#parts;
    const runs: MailingRun[] = [];
    for await (const run of this.#parts.runs.active()) {
      runs.push(run);
      if (runs.length > limit) break;
    }
    const hasMore = runs.length > limit;
    return {
      service: { name: transport.name, doors: await this.#doors() },
      runs: await Promise.all(
        runs.slice(0, limit).map((run) => this.#lookAt(run)),
      ),
      hasMore,
      deletedAccounts: (await users.awaitingPurge(DELETED)).length,
    };
  }

  /** What holds back the mail of one owner, if anything does. */
  closedDoorOf(ownerId: string): Promise<KnownDoor | undefined> {
    return this.#parts.outlets.closedDoorOf(ownerId);
  }

  async #doors(): Promise<WatchedDoor[]> {
    const { users, outlets } = this.#parts;
    const doors = await outlets.closedDoors();
    return await Promise.all(
      doors.slice(0, DOORS).map(async (known) => ({
        ...known,
        owner: known.ownerId && await users.find(known.ownerId) || undefined,
      })),
    );
  }

  async #lookAt(run: MailingRun): Promise<WatchedRun> {
    const { users, mailings } = this.#parts;
    const [mailing, owner, totals, parts] = await Promise.all([
      mailings.of(run.ownerId).findAny(run.mailingId),
      users.find(run.ownerId),
      this.#tally.of(run),
      this.#backlog.inHand(run),
    ]);
    const state = mailing ? shownRunState(run, mailing) : run.state;
    return { run, state, mailing: mailing?.name, owner, totals, parts };
  }
}
