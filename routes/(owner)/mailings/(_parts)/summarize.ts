import type { MailingSummary } from "../../../../components/mailing_summary.ts";
import type { ClientCount } from "../../../../core/clients/clients_wanted.ts";
import type { Core } from "../../../../core/core.ts";
import { countRecipients } from "../../../../core/delivery/audience_clients.ts";
import type { MailingSettings } from "../../../../core/mailings/mailing.ts";
import { Schedule, upcoming } from "../../../../core/mailings/schedule.ts";
import { GRACE } from "../../../../core/mailings/transitions.ts";
import type { User } from "../../../../core/users/user.ts";
import { type MailingFields, scheduleInput } from "./fields.ts";
import {
  rhythmInWords,
  sendingTime,
  type Voice,
  zoneInWords,
} from "./words.ts";

const COUNTED = 10_000;
const SHOWN_TIMES = 5;

/** Who asks, and what the form itself cannot say. */
export interface SummaryContext extends Voice {
  core: Core;
  user: User;
  /** The mailing that the form changes; absent for a new one. */
  mailing?: MailingSettings | undefined;
}

interface Times {
  rhythm: string;
  times: string[];
  first?: Date;
}

/** What a mailing's form would do if it were sent off now; the one place that knows. */
export async function summarize(
  fields: MailingFields,
  context: SummaryContext,
): Promise<MailingSummary> {
  const { core, user, t, mailing } = context;
  const isLaunched = mailing !== undefined && mailing.status !== "draft";
  const now = core.store.now();
  const text = fields.textId
    ? await core.messages.of(user.id).find(fields.textId)
    : undefined;
  const found = await countPeople(fields, context);
  // What was launched keeps no time that has come; what is new may begin this minute.
  const from = isLaunched ? now : new Date(now.getTime() - GRACE);
  const { first, ...times } = timesOf(fields, { ...context, now, from });
  const { form } = t.mailings;
  const { count } = found;
  return {
    people: form.summary.people(count, found),
    audience: audienceOf(fields, context),
    matches: fields.kind === "search" && fields.query.trim()
      ? form.matches(count, found)
      : form.searchHelp,
    message: text?.subject ?? "",
    ...times,
    zone: form.summary.zone(zoneInWords(fields.timeZone)),
    action: isLaunched
      ? form.save
      : actionOf(fields, { ...context, found, first, now }),
  };
}

async function countPeople(
  { kind, query, clientIds, keepsChosen }: MailingFields,
  { core, user: { id: ownerId }, mailing }: SummaryContext,
): Promise<ClientCount> {
  const clients = core.clients.of(ownerId);
  const atMost = COUNTED;
  if (kind === "everyone") return await clients.countRecipients({ atMost });
  if (kind === "search") {
    if (!query.trim()) return { count: 0, more: false };
    return await clients.countRecipients({ search: query, atMost });
  }
  if (!keepsChosen) {
    return await clients.countRecipients({ ids: clientIds, atMost });
  }
  if (mailing?.audience.kind !== "chosen") return { count: 0, more: false };
  const { audience } = mailing;
  return await countRecipients(core, { ownerId, audience, atMost });
}

function audienceOf(
  { kind, query }: MailingFields,
  { t }: Voice,
): string {
  const words = t.mailings.form.summary;
  const sought = query.trim();
  const who = kind === "everyone"
    ? words.everyone
    : kind === "chosen"
    ? words.byHand
    : sought
    ? words.search(sought)
    : words.noSearch;
  return `${who} ${words.leftOut}`;
}

function timesOf(
  fields: MailingFields,
  { now, from, ...voice }: Voice & { now: Date; from: Date },
): Times {
  const { summary, now: words } = voice.t.mailings.form;
  const schedule = Schedule.safeParse(scheduleInput(fields, now));
  if (!schedule.success) return { rhythm: summary.noTime, times: [] };
  const { timeZone: zone, endsAt } = schedule.data;
  const next = upcoming(schedule.data, from, SHOWN_TIMES);
  const [first] = next;
  if (!first) {
    const rhythm = endsAt ? summary.endsBefore : summary.passed;
    return { rhythm, times: [] };
  }
  const { language } = voice;
  const times = next.map((at) => sendingTime(at, { language, zone, now }));
  return {
    rhythm: rhythmInWords(schedule.data, voice),
    times: fields.start === "now" ? [words, ...times.slice(1)] : times,
    first,
  };
}

function actionOf(
  { start, timeZone: zone }: MailingFields,
  { found, first, now, t, language }: Voice & {
    found: ClientCount;
    first: Date | undefined;
    now: Date;
  },
): string {
  const { form } = t.mailings;
  if (start === "now") {
    return found.count === 0 ? form.sendNow : form.sendMany(found.count, found);
  }
  if (!first) return form.schedule;
  const time = sendingTime(first, { language, zone, now, weekday: false });
  return form.scheduleFor(time);
}
