import {
  isSameMailing,
  type MailingRef,
  type MailingSettings,
} from "../mailings/mailing.ts";
import { occurrencesBetween } from "../mailings/schedule.ts";
import type { MailingRun } from "../mailings/run.ts";
import { isActive, type User } from "../users/user.ts";
import { audienceClients } from "./audience_clients.ts";
import type { Backlog } from "./backlog.ts";
import type { DeliveryOptions, DeliveryParts } from "./delivery.ts";
import { Roster } from "./roster.ts";
import { assertMayStartNow } from "./scheduler.ts";

/** What one mailing would send. */
export interface Forecast {
  mailing: MailingSettings;
  owner: User;
  dueAt: Date;
  subject: string;
  /** The addresses, read as they are asked for. */
  recipients: AsyncIterable<string>;
}

/** What is looked at for a forecast. */
export type ForecastParts =
  & Omit<DeliveryParts, "transport" | "office" | "outlets">
  & { backlog: Backlog };

/** What a round of delivering would send at this moment; changes nothing. */
export async function* forecast(
  parts: ForecastParts,
  { mailing: only, now = false }: Omit<DeliveryOptions, "signal">,
): AsyncGenerator<Forecast> {
  yield* unfinished(parts, only);
  if (only && now) {
    const mailing = await parts.mailings.of(only.ownerId).get(only.id);
    assertMayStartNow(mailing, parts.store.now());
    yield* starting(parts, { ...mailing, nextDueAt: parts.store.now() });
    return;
  }
  for await (const mailing of parts.mailings.due(parts.store.now())) {
    if (only && !isSameMailing(mailing, only)) continue;
    yield* starting(parts, mailing);
  }
}

async function* unfinished(
  parts: ForecastParts,
  only: MailingRef | undefined,
): AsyncGenerator<Forecast> {
  const roster = new Roster({ ...parts, now: parts.store.now });
  await roster.refresh(only);
  for (const { run, isGranted } of roster.entries) {
    if (!isGranted) continue;
    const { ownerId, mailingId, dueAt, text: { subject } } = run;
    const mailing = await parts.mailings.of(ownerId).find(mailingId);
    const owner = await parts.users.find(ownerId);
    if (!mailing || !owner) continue;
    const recipients = run.state === "planning"
      ? subscribed(parts, run)
      : waiting(parts, run);
    yield { mailing, owner, dueAt, subject, recipients };
  }
}

async function* starting(
  parts: ForecastParts,
  mailing: MailingSettings,
): AsyncGenerator<Forecast> {
  const { users, messages, store } = parts;
  const { ownerId, textId, schedule, nextDueAt: from } = mailing;
  const owner = await users.find(ownerId);
  const text = textId && await messages.of(ownerId).find(textId);
  if (!owner || !isActive(owner) || !text || !schedule || !from) return;
  const until = store.now();
  const dueAt = occurrencesBetween(schedule, { from, until }).at(-1) ?? from;
  const recipients = subscribed(parts, mailing);
  yield { mailing, owner, dueAt, subject: text.subject, recipients };
}

async function* subscribed(
  parts: ForecastParts,
  mailing: Pick<MailingSettings, "ownerId" | "audience">,
): AsyncGenerator<string> {
  for await (const clients of audienceClients(parts, mailing)) {
    for (const { record } of clients) {
      if (!record.unsubscribedAt) yield record.email;
    }
  }
}

async function* waiting(
  { backlog, store }: ForecastParts,
  run: MailingRun,
): AsyncGenerator<string> {
  const now = store.now();
  for await (const { email, dueAt } of backlog.iterate(run)) {
    if (dueAt <= now) yield email;
  }
}
