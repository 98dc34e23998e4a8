import { createPasswords } from "../../core/access/passwords.ts";
import { readConfig } from "../../core/config.ts";
import type { Core } from "../../core/core.ts";
import { openCore } from "../../core/open_core.ts";
import { wallTimeOf } from "../../core/mailings/schedule.ts";
import type { MailingAttempt } from "../../core/attempts/attempt.ts";
import type { RunTotals } from "../../core/mailings/run.ts";
import { TOWN } from "./server_kind.ts";

/** Who the mailings of the tests are from. */
export const COMPANY = "Книжная гавань";

/** A mailing that was due this second, of an owner of its own. */
export interface DueMailing {
  ownerId: string;
  id: string;
}

/** What a mailing says. */
export interface Text {
  subject: string;
  body: string;
}

/** A client of the mailings' owner. */
export interface Person {
  email: string;
  name: string;
}

/** Opens the core as a command would, on a store file and a mail server. */
export async function withEngine<T>(
  { path, mailUrl }: { path: string; mailUrl: URL },
  work: (core: Core) => Promise<T>,
): Promise<T> {
  const config = readConfig({
    KV_PATH: path,
    MAIL_URL: mailUrl.href,
    MAIL_FROM: `news@${TOWN}`,
  });
  const { core, close } = await openCore(config, {
    write: () => {},
    passwords: createPasswords({ cost: { N: 16, r: 1, p: 1 } }),
  });
  try {
    return await work(core);
  } finally {
    await close();
  }
}

/** Makes an owner with clients and a mailing to all of them that is due. */
export async function makeDueMailing(
  core: Core,
  { clients, ...text }: Text & { clients: Person[] },
): Promise<DueMailing> {
  const { id: ownerId } = await core.users.create({
    email: `owner@${TOWN}`,
    name: COMPANY,
    password: "a long secret",
    timeZone: "UTC",
    groups: ["owner"],
  });
  await core.clients.of(ownerId).createMany(clients);
  return await addDueMailing(core, ownerId, text);
}

/** Makes another mailing to all clients of an owner. */
export async function addDueMailing(
  core: Core,
  ownerId: string,
  text: Text,
): Promise<DueMailing> {
  const { id: textId } = await core.messages.of(ownerId).create(text);
  const { id } = await core.mailings.of(ownerId).create({
    name: text.subject,
    textId,
    audience: { kind: "everyone" },
    schedule: {
      startsAt: wallTimeOf(core.store.now(), "UTC"),
      timeZone: "UTC",
      repeat: "once",
    },
  }, { launch: true });
  return { ownerId, id };
}

/** Sends like a worker that stays, until the mailing is finished; throws when that takes too long. */
export async function deliver(
  core: Core,
  mailing: DueMailing,
  seconds: number,
): Promise<RunTotals> {
  const ended = new AbortController();
  const working = core.delivery.stay(ended.signal);
  const deadline = performance.now() + seconds * 1_000;
  try {
    for (;;) {
      const { finished, totals } = await standing(core, mailing);
      if (finished) return totals;
      if (performance.now() > deadline) {
        throw new Error(
          `Not finished after ${seconds} s: ${JSON.stringify(totals)}`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    ended.abort();
    await working;
  }
}

/** How far the mailing's run has come. */
export async function standing(
  core: Core,
  { ownerId, id }: DueMailing,
): Promise<{ finished: boolean; totals: RunTotals }> {
  const [run] = await Array.fromAsync(core.runs.of(ownerId).iterateOf(id));
  if (!run) return { finished: false, totals: NOBODY };
  const totals = await core.delivery.totals(run);
  return { finished: run.state === "finished", totals };
}

/** Every try to deliver something of the mailing. */
export async function attemptsOf(
  core: Core,
  { ownerId, id }: DueMailing,
): Promise<MailingAttempt[]> {
  const attempts: MailingAttempt[] = [];
  for await (const run of core.runs.of(ownerId).iterateOf(id)) {
    for await (const record of core.attempts.of(ownerId).iterate(run.id)) {
      attempts.push(record);
    }
  }
  return attempts;
}

const NOBODY: RunTotals = {
  planned: 0,
  delivered: 0,
  refused: 0,
  expired: 0,
  skipped: 0,
  waiting: 0,
};
