import type { Mailings } from "../mailings/mailings.ts";
import {
  isDue,
  isSameMailing,
  type MailingRef,
  type MailingSettings,
} from "../mailings/mailing.ts";
import { type MailingRun, runIdOf } from "../mailings/run.ts";
import type { Runs } from "../mailings/runs.ts";
import {
  endOf,
  firstAfter,
  occurrencesBetween,
  type Schedule,
} from "../mailings/schedule.ts";
import { Conflict } from "../errors.ts";
import type { MailingText } from "../messages/message.ts";
import type { Messages } from "../messages/messages.ts";
import type { Store, Transaction } from "../storage/mod.ts";
import { isActive, mailLanguageOf, type User } from "../users/user.ts";
import type { Users } from "../users/users.ts";

/** What the scheduler works with. */
export interface SchedulerParts {
  store: Store;
  users: Users;
  messages: Messages;
  mailings: Mailings;
  runs: Runs;
  /** The address that mailings come from. */
  mailFrom: string;
  log: (message: string) => void;
}

interface Due {
  schedule: Schedule;
  nextDueAt: Date;
  user: User;
  text: MailingText;
}

/**
 * Turns due occurrences into runs. Of occurrences that passed while nothing ran, the last
 * one is sent, however late; the others are only counted. There is never a burst.
 */
export class Scheduler {
  readonly #parts: SchedulerParts;

  constructor(parts: SchedulerParts) {
    this.#parts = parts;
  }

  /** Starts a run for every due mailing, or only for one; says how many were started. */
  async startDue(only?: MailingRef): Promise<number> {
    const { mailings, store, log } = this.#parts;
    let started = 0;
    for await (const mailing of mailings.due(store.now())) {
      if (only && !isSameMailing(mailing, only)) continue;
      try {
        if (await this.#startRun(mailing)) started++;
      } catch (error) {
        // One mailing's trouble keeps no other from going out.
        log(`Mailing ${mailing.id} could not be started: ${error}`);
      }
    }
    return started;
  }

  /** Starts a run at once, whatever the schedule says; a mailing sent once is done with it. */
  async startNow(
    { ownerId, id }: MailingRef,
  ): Promise<MailingRun> {
    const { store, mailings } = this.#parts;
    const now = store.now();
    return await store.transact(async (tx) => {
      const mailing = await mailings.of(ownerId).get(id, tx);
      assertMayStartNow(mailing, now);
      const { user, text } = await this.#materials(mailing, tx);
      if (!user || !text) {
        throw new Conflict(
          `Cannot send "${mailing.name}" now: its message or owner is gone.`,
        );
      }
      const run = this.#runOf(mailing, { dueAt: now, user, text });
      await this.#parts.runs.of(ownerId).insert(run, tx);
      await mailings.change(mailing, (old) => {
        const repeats = old.schedule?.repeat !== "once";
        return withNext(
          { ...old, status: "running" },
          repeats ? old.nextDueAt : undefined,
        );
      }, tx);
      return run;
    });
  }

  async #startRun(found: MailingSettings): Promise<boolean> {
    const { store, mailings } = this.#parts;
    return await store.transact(async (tx) => {
      const mailing = await mailings.of(found.ownerId).find(found.id, tx);
      if (!mailing || !isDue(mailing, store.now())) return false;
      const { schedule, nextDueAt } = mailing;
      if (!schedule || !nextDueAt) return false;
      const { user, text } = await this.#materials(mailing, tx);
      if (!user) return false;
      if (!text) {
        await mailings.change(
          mailing,
          (old) => ({ ...old, status: "paused" }),
          tx,
        );
        return false;
      }
      return await this.#serve(
        mailing,
        { schedule, nextDueAt, user, text },
        tx,
      );
    });
  }

  /** Serves the last of the occurrences that have come; false if it has its run already. */
  async #serve(
    mailing: MailingSettings,
    { schedule, nextDueAt, user, text }: Due,
    tx: Transaction,
  ): Promise<boolean> {
    const { store, mailings, runs } = this.#parts;
    const now = store.now();
    const { count, last } = occurrencesBetween(schedule, {
      from: nextDueAt,
      until: now,
    });
    if (hasEnded(mailing, now)) {
      await mailings.change(mailing, (old) => ended(old, count), tx);
      return false;
    }
    const run = this.#runOf(mailing, { dueAt: last ?? nextDueAt, user, text });
    const isServed = await runs.of(user.id).find(run.id, tx) !== undefined;
    if (!isServed) await runs.of(user.id).insert(run, tx);
    const next = firstAfter(schedule, now);
    await mailings.change(mailing, (old) =>
      withNext({
        ...old,
        status: isServed ? waitingStatus(old, next) : "running",
        missed: old.missed + Math.max(0, count - 1),
      }, next), tx);
    return !isServed;
  }

  async #materials(
    mailing: MailingSettings,
    tx: Transaction,
  ): Promise<{ user?: User; text?: MailingText }> {
    const { users, messages } = this.#parts;
    const user = await users.find(mailing.ownerId, tx);
    const text = mailing.textId === undefined
      ? undefined
      : await messages.of(mailing.ownerId).find(mailing.textId, tx);
    return { ...(user && isActive(user) && { user }), ...(text && { text }) };
  }

  #runOf(
    mailing: MailingSettings,
    { dueAt, user, text }: { dueAt: Date; user: User; text: MailingText },
  ): MailingRun {
    return {
      id: runIdOf(mailing.id, dueAt),
      ownerId: mailing.ownerId,
      mailingId: mailing.id,
      dueAt,
      startedAt: this.#parts.store.now(),
      state: "planning",
      text: { subject: text.subject, body: text.body },
      from: {
        name: user.name,
        address: this.#parts.mailFrom,
        replyTo: user.email,
      },
      language: mailLanguageOf(user),
      audience: mailing.audience,
      plan: { planned: 0, skipped: 0 },
    };
  }
}

/** `Conflict` if the mailing may not be sent whatever its schedule says. */
export function assertMayStartNow(mailing: MailingSettings, now: Date): void {
  const blocker = whyNotNow(mailing, now);
  if (blocker) {
    throw new Conflict(`Cannot send "${mailing.name}" now: ${blocker}.`);
  }
}

function whyNotNow(mailing: MailingSettings, now: Date): string | undefined {
  if (mailing.switchedOff) return "it is switched off";
  if (mailing.status === "draft") return "it is a draft; launch it first";
  if (mailing.status === "paused") return "it is paused; resume it first";
  if (mailing.status === "cancelled") return "it was cancelled";
  if (hasEnded(mailing, now)) return "its end has come; choose a later one";
  return undefined;
}

function hasEnded({ schedule }: MailingSettings, now: Date): boolean {
  const end = endOf(schedule);
  return end !== undefined && end <= now;
}

/** The mailing after its end, whose last occurrences were not sent. */
function ended(mailing: MailingSettings, missed: number): MailingSettings {
  const status = waitingStatus(mailing, undefined);
  return withNext(
    { ...mailing, status, missed: mailing.missed + missed },
    undefined,
  );
}

function waitingStatus(
  { status }: MailingSettings,
  next: Date | undefined,
): MailingSettings["status"] {
  return status === "scheduled" && !next ? "completed" : status;
}

function withNext(
  mailing: MailingSettings,
  next: Date | undefined,
): MailingSettings {
  const { nextDueAt: _, ...rest } = mailing;
  return next ? { ...rest, nextDueAt: next } : rest;
}
