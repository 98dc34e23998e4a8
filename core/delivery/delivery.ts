import type { MailingAttempt } from "../attempts/attempt.ts";
import type { Audit } from "../access/audit.ts";
import type { Attempts } from "../attempts/attempts.ts";
import type { Client } from "../clients/client.ts";
import type { Clients } from "../clients/clients.ts";
import type { Audiences } from "../mailings/audiences.ts";
import type { Halt, MailingRef } from "../mailings/mailing.ts";
import type { Mailings } from "../mailings/mailings.ts";
import type { MailingRun, RunTotals } from "../mailings/run.ts";
import type { Runs } from "../mailings/runs.ts";
import type { Messages } from "../messages/messages.ts";
import type { Page, Store } from "../storage/mod.ts";
import type { Users } from "../users/users.ts";
import { Backlog, type Entry } from "./backlog.ts";
import { historyOf, type HistoryPage } from "./client_history.ts";
import { ClockRepair } from "./clock_repair.ts";
import { Courier } from "./courier.ts";
import { Finisher } from "./finisher.ts";
import { Halting } from "./halting.ts";
import { type Forecast, forecast } from "./forecast.ts";
import type { LetterOffice } from "./letters.ts";
import type { Mailbox } from "./mailbox.ts";
import type { Notices } from "./notices.ts";
import type { ClosedDoor } from "./closed_door.ts";
import type { Outcome } from "./outcome.ts";
import { ACCOUNT, type Outlets } from "./outlets.ts";
import { Planner } from "./planner.ts";
import type { Policy } from "./policy.ts";
import { Purge } from "./purge.ts";
import { Receivers } from "./receivers.ts";
import { recipientsOf, type RunRecipient } from "./recipients.ts";
import { Roster, type RosterEntry } from "./roster.ts";
import { Scheduler } from "./scheduler.ts";
import { Tally } from "./tally.ts";
import type { Transport } from "./transports/transport.ts";
import { Trials } from "./trials.ts";
import { Worker } from "./worker.ts";

/** What the delivery is made of and works on. */
export interface DeliveryParts {
  store: Store;
  users: Users;
  clients: Clients;
  messages: Messages;
  mailings: Mailings;
  audiences: Audiences;
  runs: Runs;
  attempts: Attempts;
  mailbox: Mailbox;
  notices: Notices;
  audit: Audit;
  outlets: Outlets;
  transport: Transport;
  office: LetterOffice;
  mailFrom: string;
  /** The site's address, without a slash at the end. */
  baseUrl: string;
  policy: Policy;
  /** A number from 0 up to 1. */
  random: () => number;
  log: (message: string) => void;
}

/** What is to be sent, and until when. */
export interface DeliveryOptions {
  /** The one mailing to serve. */
  mailing?: MailingRef;
  /** Sends it at once, whatever its schedule says. */
  now?: boolean;
  signal?: AbortSignal;
}

/** A run and how far it has come. */
export interface RunReport {
  run: MailingRun;
  totals: RunTotals;
  /** When the next of those who wait is tried, if the run may go on. */
  nextTryAt?: Date;
}

/** What one round of delivering did. */
export interface DeliveryReport {
  /** The runs that were active, as they stand now. */
  runs: RunReport[];
  /** What this process handed over, by outcome. */
  handed: Record<Outcome["kind"], number>;
  /** Why an owner's mail is held back for now, if it is: the first that was found. */
  trouble?: ClosedDoor;
  /** What the mail service said or did last when it was in trouble itself. */
  setback?: string;
}

/** Makes mailings go out: schedule, plan, deliver, settle, retry. */
export class Delivery {
  readonly #parts: DeliveryParts;
  readonly #backlog: Backlog;
  readonly #tally: Tally;
  readonly #scheduler: Scheduler;
  readonly #purge: Purge;
  readonly #clockRepair: ClockRepair;
  readonly #receivers: Receivers;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
    this.#backlog = new Backlog(parts.store);
    this.#tally = new Tally(parts.store);
    this.#scheduler = new Scheduler(parts);
    this.#purge = new Purge({
      ...parts,
      backlog: this.#backlog,
      tally: this.#tally,
    });
    this.#clockRepair = new ClockRepair({ ...parts, backlog: this.#backlog });
    this.#receivers = new Receivers({
      policy: parts.policy.receivers,
      now: parts.store.now,
    });
  }

  /** Sends what is due and ends; what was deferred is left for later. */
  async run(
    { mailing, now = false, signal }: DeliveryOptions = {},
  ): Promise<DeliveryReport> {
    const handed = {
      ...{ delivered: 0, deferred: 0, refused: 0, blocked: 0, unavailable: 0 },
    };
    const roster = this.#roster();
    let setback: string | undefined;
    const worker = this.#worker(roster, ({ kind, reply }) => {
      handed[kind]++;
      if (kind === "unavailable") setback = reply;
    });
    if (mailing && now) await this.#scheduler.startNow(mailing);
    else await this.#scheduler.startDue(mailing);
    await this.#clockRepair.step();
    await roster.refresh(mailing);
    const concerned = roster.entries;
    await worker.drain({
      signal: signal ?? new AbortController().signal,
      ...(mailing && { mailing }),
    });
    const runs = await Promise.all(concerned.map((one) => this.#report(one)));
    const { outlets } = this.#parts;
    await outlets.idle();
    const [trouble] = [...concerned.map(({ run }) => run.ownerId), ACCOUNT]
      .map((ownerId) => outlets.of(ownerId).closedDoor)
      .filter((door) => door !== undefined);
    return {
      runs,
      handed,
      ...(trouble && { trouble }),
      ...(setback !== undefined && { setback }),
    };
  }

  /** What `run` would send at this moment, the unfinished first; changes nothing. */
  forecast(
    options: Omit<DeliveryOptions, "signal"> = {},
  ): AsyncIterable<Forecast> {
    return forecast({ ...this.#parts, backlog: this.#backlog }, options);
  }

  /** Works until the signal ends it: everything goes out at its time. */
  stay(signal: AbortSignal): Promise<void> {
    return this.#worker(this.#roster(), () => {}).stay({ signal });
  }

  /** How far a run has come. */
  totals(run: MailingRun): Promise<RunTotals> {
    return this.#tally.of(run);
  }

  /** Whether the mail that tells an owner of a halt was handed over. */
  async wasTold({ noticeId }: Pick<Halt, "noticeId">): Promise<boolean> {
    return noticeId !== undefined &&
      await this.#parts.notices.wasHandedOver(noticeId);
  }

  /** The recipients of a run who still wait, tried or not. */
  waiting(
    run: MailingRun,
    options: { limit: number; cursor?: string },
  ): Promise<Page<Entry>> {
    return this.#backlog.list(run, options);
  }

  /** The tries to reach one client. */
  history(
    client: Pick<Client, "id" | "ownerId">,
    options: HistoryPage,
  ): Promise<Page<MailingAttempt>> {
    return historyOf(this.#parts, client, options);
  }

  /** Every recipient of a run and what became of them, one after another. */
  recipients(run: MailingRun): AsyncGenerator<RunRecipient> {
    const { attempts } = this.#parts;
    return recipientsOf({ attempts, backlog: this.#backlog }, run);
  }

  async #report({ run, isGranted }: RosterEntry): Promise<RunReport> {
    const current = await this.#parts.runs.of(run.ownerId).find(run.id);
    const totals = await this.#tally.of(run);
    const nextTryAt = isGranted ? await this.#backlog.nextDue(run) : undefined;
    return { run: current ?? run, totals, ...(nextTryAt && { nextTryAt }) };
  }

  #roster(): Roster {
    return new Roster({ ...this.#parts, now: this.#parts.store.now });
  }

  #worker(roster: Roster, onSettled: (outcome: Outcome) => void): Worker {
    const base = { ...this.#parts, tally: this.#tally };
    const parts = {
      ...base,
      backlog: this.#backlog,
      receivers: this.#receivers,
      trials: new Trials(base),
    };
    return new Worker({
      ...parts,
      roster,
      scheduler: this.#scheduler,
      planner: new Planner(parts),
      courier: new Courier({ ...parts, onSettled }),
      finisher: new Finisher(parts),
      halting: new Halting(parts),
      purge: this.#purge,
      clockRepair: this.#clockRepair,
    });
  }
}
