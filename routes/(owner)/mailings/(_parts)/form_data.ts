import type { MailingSettings } from "../../../../core/mailings/mailing.ts";
import type { Core } from "../../../../core/core.ts";
import type { User } from "../../../../core/users/user.ts";
import type { FormErrors } from "../../../../web/forms.ts";
import { commonTimeZones } from "../../../../web/time_zones.ts";
import type { MailingFields } from "./fields.ts";
import type { MailingFormData } from "./MailingForm.tsx";
import { lookUpPicker } from "./picker.ts";
import { isTooLong } from "./fields.ts";
import { summarize } from "./summarize.ts";
import type { Voice } from "./words.ts";

const LISTED_MESSAGES = 200;

/** Who looks at the form, and the mailing it changes. */
export interface FormContext extends Voice {
  core: Core;
  user: User;
  /** Absent for a new one. */
  mailing?: MailingSettings;
  /** What makes a new one only once. */
  once?: string;
}

/** All that a mailing's form shows around what was typed. */
export async function formData(
  fields: MailingFields,
  errors: FormErrors,
  context: FormContext,
): Promise<MailingFormData> {
  const { core, user, mailing, once = "" } = context;
  const picker = await lookUpPicker(fields, context);
  const kept = mailing ? longListOf(mailing) : 0;
  const isLaunched = mailing !== undefined && mailing.status !== "draft";
  const everyone = await core.clients.of(user.id)
    .countRecipients({ atMost: Infinity });
  return {
    fields,
    errors,
    picker,
    kept,
    isLaunched,
    hidden: mailing ? { mailing: mailing.id } : { once },
    summary: await summarize(fields, context),
    everyone: everyone.count,
    zones: commonTimeZones(user.timeZone, fields.timeZone),
    messages: await messagesFor(fields, context),
  };
}

/** The ids of those chosen for a mailing; undefined where they are too many to tick. */
export async function chosenIds(
  { audience }: MailingSettings,
  { core, user }: { core: Core; user: User },
): Promise<string[] | undefined> {
  if (audience.kind !== "chosen" || audience.count === 0) return [];
  if (isTooLong(audience.count)) return undefined;
  const members = core.audiences.iterate(user.id, audience.listId);
  return await Array.fromAsync(members, ({ clientId }) => clientId);
}

function longListOf({ audience }: MailingSettings): number {
  return audience.kind === "chosen" && isTooLong(audience.count)
    ? audience.count
    : 0;
}

async function messagesFor(
  { textId }: MailingFields,
  { core, user }: FormContext,
): Promise<MailingFormData["messages"]> {
  const messages = core.messages.of(user.id);
  const { items } = await messages.list({ limit: LISTED_MESSAGES });
  const isListed = !textId || items.some(({ id }) => id === textId);
  const one = isListed ? undefined : await messages.find(textId);
  return [...(one ? [one] : []), ...items]
    .map(({ id, subject }) => ({ value: id, label: subject }));
}
