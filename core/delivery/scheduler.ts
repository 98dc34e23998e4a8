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
import { Rewinder } from "./rewinder.ts";
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

/** Occurrences that were not sent are counted; so many of the last are known one by one. */
const LEFT_OUT_KNOWN = 100;

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
  readonly #rewinder: Rewinder;

  constructor(parts: SchedulerParts) {
    this.#parts = parts;
    this.#rewinder = new Rewinder(parts);
  }

  /** Starts a run for every due mailing, or only for one; says how many were started. */
  async startDue(only?: MailingRef): Promise<number> {
    const { mailings, store, log } = this.#parts;
    let started = 0;
    await this.#rewinder.step();
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
      await mailings.change(mailing, begunNow, tx);
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
    const span = { from: nextDueAt, until: now };
    const times = occurrencesBetween(schedule, span);
    const last = times.at(-1) ?? nextDueAt;
    const served = await this.#servedIn(mailing, span);
    const unserved = times.filter((at) => !served.has(at.getTime()));
    if (hasEnded(mailing, now)) {
      await mailings.change(
        mailing,
        (old) => ended(leavingOut(old, unserved, now)),
        tx,
      );
      return false;
    }
    const run = this.#runOf(mailing, { dueAt: last, user, text });
    const isServed = await runs.of(user.id).find(run.id, tx) !== undefined;
    if (!isServed) await runs.of(user.id).insert(run, tx);
    const next = firstAfter(schedule, now);
    await mailings.change(mailing, (old) =>
      withNext({
        ...leavingOut(old, unserved.filter((at) => at < last), now),
        status: isServed ? waitingStatus(old, next) : "running",
      }, next), tx);
    return !isServed;
  }

  /** The occurrences that have a run although they were still to come: a clock may have been ahead. */
  async #servedIn(
    { ownerId, id }: MailingSettings,
    span: { from: Date; until: Date },
  ): Promise<Set<number>> {
    const served = await this.#parts.runs.of(ownerId).dueBetween(id, span);
    return new Set(served.map((at) => at.getTime()));
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

/** The mailing begun whatever its schedule says: one that is sent once has nothing to come. */
function begunNow(mailing: MailingSettings): MailingSettings {
  const begun = { ...mailing, status: "running" as const };
  if (mailing.schedule?.repeat !== "once") return begun;
  const { reckonedAt: _, ...rest } = begun;
  return withNext(rest, undefined);
}

/** The mailing with occurrences that were not sent, as a clock shows it. */
function leavingOut(
  mailing: MailingSettings,
  times: readonly Date[],
  now: Date,
): MailingSettings {
  const leftOut = [...mailing.leftOut ?? [], ...times].slice(-LEFT_OUT_KNOWN);
  const missed = mailing.missed + times.length;
  return { ...mailing, missed, leftOut, reckonedAt: now };
}

/** The mailing after its end. */
function ended(mailing: MailingSettings): MailingSettings {
  return withNext(
    { ...mailing, status: waitingStatus(mailing, undefined) },
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
