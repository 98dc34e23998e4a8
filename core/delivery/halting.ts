import type { Audit } from "../access/audit.ts";
import { reasonOf } from "../attempts/reason.ts";
import {
  type Halt,
  isLive,
  type MailingSettings,
} from "../mailings/mailing.ts";
import type { Mailings } from "../mailings/mailings.ts";
import {
  isActive,
  type MailingRun,
  type RunTotals,
  type Settled,
} from "../mailings/run.ts";
import type { Runs } from "../mailings/runs.ts";
import { halted } from "../mailings/transitions.ts";
import type { Store, Transaction } from "../storage/mod.ts";
import type { Users } from "../users/users.ts";
import { haltMail } from "./halt_mail.ts";
import type { Notices } from "./notices.ts";
import type { BlockPolicy, HaltingPolicy, Policy } from "./policy.ts";
import { StatisticsOffice } from "./statistics.ts";
import type { Receivers } from "./receivers.ts";
import type { Tally } from "./tally.ts";

/** What is needed to stop mailings that fail. */
export interface HaltingParts {
  store: Store;
  users: Users;
  mailings: Mailings;
  runs: Runs;
  notices: Notices;
  receivers: Receivers;
  tally: Tally;
  audit: Audit;
  /** The site's address, without a slash at the end. */
  baseUrl: string;
  mailFrom: string;
  policy: Policy;
}

/** What gives reason to stop a mailing. */
type Grounds = Pick<Halt, "reason" | "blocked">;

/**
 * Stops a mailing of which too much fails, or whose sender receivers take nothing from, before
 * it does more harm, and tells its owner why. What was before the owner let it go on counts no
 * more.
 */
export class Halting {
  readonly #parts: HaltingParts;
  readonly #statistics: StatisticsOffice;

  constructor(parts: HaltingParts) {
    this.#parts = parts;
    this.#statistics = new StatisticsOffice(parts.store);
  }

  /** Stops the mailing of a run if there is reason to; says whether it did. */
  async look(run: MailingRun): Promise<boolean> {
    const { store, tally } = this.#parts;
    const settled = await tally.settledOf(run);
    const grounds = await this.#grounds(run, settled);
    if (!grounds) return false;
    return await store.transact((tx) =>
      this.#halt(run, { settled, grounds }, tx)
    );
  }

  async #grounds(
    run: MailingRun,
    settled: Settled,
  ): Promise<Grounds | undefined> {
    const { policy: { halting }, receivers, tally } = this.#parts;
    const counted = sinceLetGoOn(settled, run);
    if (isTooBad(counted, halting)) {
      const { failures: [commonest] } = await this.#statistics.ofRun(run);
      return { reason: commonest?.reason ?? "other" };
    }
    const last = receivers.lastBlock(run.ownerId);
    if (counted.blocks === 0 || !last) return undefined;
    const totals = await tally.of(run);
    const domains = receivers.countBlocking(run.ownerId);
    const { waiting } = totals;
    return isBlocked({ counted, domains, totals }, halting.blocks)
      ? { reason: reasonOf(last), blocked: { waiting, reply: last } }
      : undefined;
  }

  async #halt(
    { ownerId, mailingId, id, pardoned }: MailingRun,
    { settled, grounds }: { settled: Settled; grounds: Grounds },
    tx: Transaction,
  ): Promise<boolean> {
    const { store, mailings, runs } = this.#parts;
    const mailing = await mailings.of(ownerId).find(mailingId, tx);
    const run = await runs.of(ownerId).find(id, tx);
    if (!mailing || !run || !isLive(mailing) || !isActive(run)) return false;
    // The owner may have let it go on a moment ago.
    if (run.pardoned?.settled !== pardoned?.settled) return false;
    const { blocks: _, ...numbers } = sinceLetGoOn(settled, run);
    const halt = { at: store.now(), ...numbers, ...grounds };
    const noticeId = await this.#tell(mailing, halt, tx);
    await mailings.change(
      mailing,
      (old) => halted(old, { ...halt, ...noticeId && { noticeId } }),
      tx,
    );
    return true;
  }

  /** Gives the id of the mail that tells the owner, if there is one. */
  async #tell(
    { id, name, ownerId }: MailingSettings,
    halt: Halt,
    tx: Transaction,
  ): Promise<string | undefined> {
    const { users, notices, audit, baseUrl, mailFrom } = this.#parts;
    const owner = await users.find(ownerId, tx);
    if (!owner) return undefined;
    audit.write(tx, {
      by: { id: "sendoff", name: "Sendoff", email: mailFrom },
      act: "mailing.halted",
      on: { kind: "mailing", id, name, ownerId },
      note: halt.reason,
    });
    return notices.add(haltMail(owner, halt, `${baseUrl}/mailings/${id}`), tx);
  }
}

function isTooBad(
  { settled, failed }: Settled,
  { least, share }: HaltingPolicy,
): boolean {
  return settled >= least && failed > share * settled;
}

/** Whether it is the sender whom receivers do not want, and not one odd receiver. */
function isBlocked(
  { counted, domains, totals: { delivered, waiting } }: {
    counted: Settled;
    domains: number;
    totals: RunTotals;
  },
  policy: BlockPolicy,
): boolean {
  const { settled, failed, blocks } = counted;
  const welcomed = settled - failed;
  if (welcomed === 0 && blocks >= policy.alone) return true;
  const isWidespread = domains >= policy.domains && blocks >= policy.together;
  if (isWidespread && blocks > welcomed) return true;
  // Everybody who still waits was met by it.
  if (waiting === 0 || blocks < waiting) return false;
  const share = waiting / (waiting + delivered);
  return delivered === 0 ||
    (waiting >= policy.rest && share >= policy.restShare);
}

/** What a run has come to since its owner let it go on. */
export function sinceLetGoOn(
  { settled, failed, blocks }: Settled,
  { pardoned }: Pick<MailingRun, "pardoned">,
): Settled {
  return {
    settled: settled - (pardoned?.settled ?? 0),
    failed: failed - (pardoned?.failed ?? 0),
    blocks: blocks - (pardoned?.blocks ?? 0),
  };
}
