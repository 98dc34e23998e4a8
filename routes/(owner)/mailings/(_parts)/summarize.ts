import type { MailingSummary } from "../../../../components/mailing_summary.ts";
import type { ClientCount } from "../../../../core/clients/own_clients.ts";
import type { Core } from "../../../../core/core.ts";
import { Schedule, upcoming } from "../../../../core/mailings/schedule.ts";
import { GRACE } from "../../../../core/mailings/transitions.ts";
import type { User } from "../../../../core/users/user.ts";
import { type MailingFields, scheduleInput } from "./fields.ts";
import {
  clientsInWords,
  rhythmInWords,
  sendingTime,
  zoneInWords,
} from "./words.ts";

const COUNTED = 10_000;
const SHOWN_TIMES = 5;

/** Who asks, and what the form itself cannot say. */
export interface SummaryContext {
  core: Core;
  user: User;
  /** How many are chosen one by one. */
  chosen: number;
  /** The mailing is on its way already: the button only saves. */
  isLaunched: boolean;
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
  const { core, user, isLaunched } = context;
  const now = core.store.now();
  const text = fields.textId
    ? await core.messages.of(user.id).find(fields.textId)
    : undefined;
  const found = await countPeople(fields, context);
  // What was launched keeps no time that has come; what is new may begin this minute.
  const from = isLaunched ? now : new Date(now.getTime() - GRACE);
  const { first, ...times } = timesOf(fields, { now, from });
  const zone = fields.timeZone;
  return {
    people: peopleInWords(found),
    audience: audienceOf(fields),
    matches: fields.kind === "search" && fields.query.trim()
      ? `${peopleInWords(found)} ${
        found.count === 1 && !found.more ? "matches" : "match"
      } now`
      : "",
    message: text?.subject ?? "",
    ...times,
    zone: zoneInWords(zone),
    action: isLaunched
      ? "Save changes"
      : actionOf(fields, { found, first, zone, now }),
  };
}

async function countPeople(
  { kind, query }: MailingFields,
  { core, user, chosen }: SummaryContext,
): Promise<ClientCount> {
  const clients = core.clients.of(user.id);
  if (kind === "everyone") return { count: await clients.count(), more: false };
  if (kind === "chosen") return { count: chosen, more: false };
  if (!query.trim()) return { count: 0, more: false };
  return await clients.count({ search: query, atMost: COUNTED });
}

function peopleInWords({ count, more }: ClientCount): string {
  if (more) return `More than ${clientsInWords(count)}`;
  return count === 0 ? "No clients" : clientsInWords(count);
}

function audienceOf({ kind, query }: MailingFields): string {
  if (kind === "everyone") return "Everyone there is when it goes out";
  if (kind === "chosen") return "Chosen one by one";
  return query.trim()
    ? `All who match “${query.trim()}” when it goes out`
    : "No search typed yet";
}

function timesOf(
  fields: MailingFields,
  { now, from }: { now: Date; from: Date },
): Times {
  const input = scheduleInput(fields, now);
  const schedule = Schedule.safeParse(input);
  if (!schedule.success) return { rhythm: "No time set yet", times: [] };
  const isNow = fields.start === "now";
  const next = upcoming(schedule.data, from, SHOWN_TIMES);
  const [first] = next;
  if (!first) {
    const rhythm = schedule.data.endsAt
      ? "Nothing would go out before this end"
      : "This time has passed";
    return { rhythm, times: [] };
  }
  const zone = schedule.data.timeZone;
  const times = next.map((at) => sendingTime(at, { zone, now }));
  return {
    rhythm: rhythmInWords(schedule.data),
    times: isNow ? ["Now", ...times.slice(1)] : times,
    first,
  };
}

function actionOf(
  { start }: MailingFields,
  { found, first, zone, now }: {
    found: ClientCount;
    first: Date | undefined;
    zone: string;
    now: Date;
  },
): string {
  if (start !== "now") {
    if (!first) return "Schedule";
    return `Schedule for ${sendingTime(first, { zone, now, weekday: false })}`;
  }
  if (found.count === 0) return "Send now";
  const messages = found.count === 1 ? "message" : "messages";
  const count = found.count.toLocaleString("en");
  return found.more
    ? `Send more than ${count} messages now`
    : `Send ${count} ${messages} now`;
}
