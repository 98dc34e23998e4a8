import type { Audit } from "../access/audit.ts";
import type { Reason } from "../attempts/reason.ts";
import { isLive, type MailingSettings } from "../mailings/mailing.ts";
import type { Mailings } from "../mailings/mailings.ts";
import {
  isActive,
  type MailingRun,
  type Settled,
  settledIn,
} from "../mailings/run.ts";
import type { Runs } from "../mailings/runs.ts";
import { halted } from "../mailings/transitions.ts";
import type { Store, Transaction } from "../storage/mod.ts";
import type { Users } from "../users/users.ts";
import { haltMail } from "./halt_mail.ts";
import type { Notices } from "./notices.ts";
import type { HaltingPolicy, Policy } from "./policy.ts";
import { StatisticsOffice } from "./statistics.ts";
import { Tally } from "./tally.ts";

/** What is needed to stop mailings that fail. */
export interface HaltingParts {
  store: Store;
  users: Users;
  mailings: Mailings;
  runs: Runs;
  notices: Notices;
  audit: Audit;
  /** The site's address, without a slash at the end. */
  baseUrl: string;
  mailFrom: string;
  policy: Policy;
}

/**
 * Stops a mailing of which too much fails, before it does more harm, and tells its owner
 * why. What failed before the owner let it go on counts no more.
 */
export class Halting {
  readonly #parts: HaltingParts;
  readonly #tally: Tally;
  readonly #statistics: StatisticsOffice;

  constructor(parts: HaltingParts) {
    this.#parts = parts;
    this.#tally = new Tally(parts.store);
    this.#statistics = new StatisticsOffice(parts.store);
  }

  /** Stops the mailing of a run if too much of the run failed; says whether it did. */
  async look(run: MailingRun): Promise<boolean> {
    const settled = settledIn(await this.#tally.of(run.id));
    const { policy, store } = this.#parts;
    if (!isTooBad(settled, run, policy.halting)) return false;
    const { failures: [commonest] } = await this.#statistics.ofRun(run);
    const reason = commonest?.reason ?? "other";
    return await store.transact((tx) =>
      this.#halt(run, { settled, reason }, tx)
    );
  }

  async #halt(
    { ownerId, mailingId, id }: MailingRun,
    { settled, reason }: { settled: Settled; reason: Reason },
    tx: Transaction,
  ): Promise<boolean> {
    const { store, mailings, runs, policy } = this.#parts;
    const mailing = await mailings.of(ownerId).find(mailingId, tx);
    const run = await runs.of(ownerId).find(id, tx);
    if (!mailing || !run || !isLive(mailing) || !isActive(run)) return false;
    // The owner may have let it go on a moment ago.
    if (!isTooBad(settled, run, policy.halting)) return false;
    const halt = { at: store.now(), reason, ...sinceLetGoOn(settled, run) };
    await mailings.change(mailing, (old) => halted(old, halt), tx);
    await this.#tell({ ...mailing, halted: halt }, tx);
    return true;
  }

  async #tell(mailing: MailingSettings, tx: Transaction): Promise<void> {
    const { users, notices, audit, baseUrl, mailFrom } = this.#parts;
    const { id, name, ownerId, halted: halt } = mailing;
    const owner = await users.find(ownerId, tx);
    if (!owner || !halt) return;
    notices.add(haltMail(owner, halt, `${baseUrl}/mailings/${id}`), tx);
    audit.write(tx, {
      by: { id: "sendoff", name: "Sendoff", email: mailFrom },
      act: "mailing.halted",
      on: { kind: "mailing", id, name, ownerId },
      note: halt.reason,
    });
  }
}

function isTooBad(
  settled: Settled,
  run: MailingRun,
  { least, share }: HaltingPolicy,
): boolean {
  const counted = sinceLetGoOn(settled, run);
  return counted.settled >= least && counted.failed > share * counted.settled;
}

function sinceLetGoOn(
  { settled, failed }: Settled,
  { pardoned }: MailingRun,
): Settled {
  return {
    settled: settled - (pardoned?.settled ?? 0),
    failed: failed - (pardoned?.failed ?? 0),
  };
}
