import { Invalid } from "../../../../core/errors.ts";
import {
  type MailingSettings,
  NOBODY_CHOSEN,
} from "../../../../core/mailings/mailing.ts";
import { wallTimeOf } from "../../../../core/mailings/schedule.ts";
import type { User } from "../../../../core/users/user.ts";
import type { FormErrors, FormValues } from "../../../../web/forms.ts";

const MOST_CHOSEN = 5_000;

/** What a mailing's form holds, as typed. */
export interface MailingFields {
  name: string;
  textId: string;
  kind: string;
  query: string;
  /** Those ticked. */
  clientIds: string[];
  /** Those chosen before stay, too many to tick. */
  keepsChosen: boolean;
  /** "now" or "at". */
  start: string;
  startsAt: string;
  timeZone: string;
  repeat: string;
  endsAt: string;
  /** What is looked for among the clients to tick, and which page of them. */
  find: string;
  findAt: string;
}

/** A form that nobody has touched: tomorrow morning, to everyone. */
export function newFields(user: User, now: Date): MailingFields {
  const { timeZone } = user;
  const today = wallTimeOf(now, timeZone).slice(0, 10);
  return {
    name: "",
    textId: "",
    kind: "everyone",
    query: "",
    clientIds: [],
    keepsChosen: false,
    start: "at",
    startsAt: `${Temporal.PlainDate.from(today).add({ days: 1 })}T09:00`,
    timeZone,
    repeat: "once",
    endsAt: "",
    find: "",
    findAt: "",
  };
}

/** The form of a mailing as it is; `clientIds` are those chosen, unless they are too many. */
export function fieldsOf(
  { name, textId = "", audience, schedule }: MailingSettings,
  { user, clientIds }: { user: User; clientIds: string[] | undefined },
): MailingFields {
  return {
    name,
    textId,
    kind: audience.kind,
    query: audience.kind === "search" ? audience.query : "",
    clientIds: clientIds ?? [],
    keepsChosen: clientIds === undefined,
    start: schedule ? "at" : "now",
    startsAt: schedule?.startsAt ?? "",
    timeZone: schedule?.timeZone ?? user.timeZone,
    repeat: schedule?.repeat ?? "once",
    endsAt: schedule?.endsAt ?? "",
    find: "",
    findAt: "",
  };
}

/** What was typed into a mailing's form. */
export function typedFields(form: FormValues): MailingFields {
  return {
    name: form.text("name"),
    textId: form.text("textId"),
    kind: form.text("kind"),
    query: form.text("query"),
    clientIds: [...new Set(form.all("clientIds"))],
    keepsChosen: form.has("keepsChosen"),
    start: form.text("start"),
    startsAt: form.text("startsAt"),
    timeZone: form.text("timeZone"),
    repeat: form.text("repeat"),
    endsAt: form.text("endsAt"),
    find: form.text("find"),
    findAt: form.text("findAt"),
  };
}

/** Whether a list of so many is too long to be ticked. */
export function isTooLong(count: number): boolean {
  return count > MOST_CHOSEN;
}

/** The errors of a form that was to be launched, with all that it lacks told at once. */
export function withLacking(
  errors: FormErrors,
  { textId, kind, clientIds, keepsChosen }: MailingFields,
): FormErrors {
  const isNobody = kind === "chosen" && !keepsChosen && clientIds.length === 0;
  return {
    ...errors,
    ...(!textId && { textId: "Choose a message." }),
    ...(isNobody && { audience: NOBODY_CHOSEN }),
  };
}

/** Refuses a choice of more clients than a form carries. */
export function assertFew({ kind, clientIds }: MailingFields): void {
  if (kind !== "chosen" || !isTooLong(clientIds.length)) return;
  throw new Invalid({
    audience:
      `More than ${
        MOST_CHOSEN.toLocaleString("en")
      } clients cannot be chosen one by one. ` +
      "Choose everyone, or all that match a search.",
  });
}

/** What the core is asked to make of the form; not checked yet. */
export function mailingInput(
  fields: MailingFields,
  { now, isDraft }: { now: Date; isDraft: boolean },
): unknown {
  // For a draft, "now" is when it will be launched.
  const isOpen = isDraft && fields.start === "now" && fields.repeat === "once";
  return {
    name: fields.name,
    textId: fields.textId || undefined,
    audience: {
      kind: fields.kind,
      query: fields.query,
      clientIds: fields.keepsChosen ? undefined : fields.clientIds,
    },
    schedule: isOpen ? undefined : scheduleInput(fields, now),
  };
}

/** The times of the form as they would hold now; undefined where nothing is set. */
export function scheduleInput(fields: MailingFields, now: Date): unknown {
  const { start, startsAt, endsAt, timeZone, repeat } = fields;
  const schedule = { timeZone, repeat, endsAt: endsAt || undefined };
  if (start === "now") {
    return { ...schedule, startsAt: startingNow(timeZone, now) };
  }
  const isBlank = !startsAt && !endsAt && repeat === "once";
  return isBlank ? undefined : { ...schedule, startsAt };
}

function startingNow(timeZone: string, now: Date): string {
  try {
    return wallTimeOf(now, timeZone);
  } catch {
    // The zone is no zone; its own field says so.
    return wallTimeOf(now, "UTC");
  }
}
