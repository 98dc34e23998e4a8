import { Invalid } from "../errors.ts";
import {
  type Audience,
  type MailingSettings,
  NOBODY_CHOSEN,
} from "./mailing.ts";
import { instantOf, type Schedule } from "./schedule.ts";
import { GRACE } from "./transitions.ts";

/** What a mailing's readiness depends on outside of it. */
export interface Surroundings {
  now: Date;
  /** Whether the owner has a message of that id. */
  hasText: (textId: string) => Promise<boolean>;
  /** The number of the owner's clients, or of those that match; only none or some counts. */
  countClients: (search?: string) => Promise<number>;
  /** The number of those in an audience who get mail; only none or some counts. */
  countRecipients: (audience: Audience) => Promise<number>;
}

/** What is wrong with what a draft says so far; a draft may leave things open. */
export async function faultsOfDraft(
  mailing: MailingSettings,
  { hasText }: Pick<Surroundings, "hasText">,
): Promise<Record<string, string>> {
  const faults: Record<string, string> = {};
  if (mailing.textId !== undefined && !await hasText(mailing.textId)) {
    faults.textId = "There is no such message. Choose another.";
  }
  if (mailing.schedule && endsTooSoon(mailing.schedule)) {
    faults.endsAt = "Choose an end after the start, or none.";
  }
  return faults;
}

/**
 * What keeps a mailing from going out. A start in the past is a fault only where the
 * schedule is new: one that was launched before has started long ago.
 */
export async function faultsOfLaunch(
  mailing: MailingSettings,
  { isNew, ...around }: Surroundings & { isNew: boolean },
): Promise<Record<string, string>> {
  const faults = await faultsOfDraft(mailing, around);
  if (mailing.textId === undefined) faults.textId ??= "Choose a message.";
  const nobody = await faultOfAudience(mailing.audience, around);
  if (nobody) faults.audience = nobody;
  return {
    ...faultsOfTimes(mailing.schedule, { now: around.now, isNew }),
    ...faults,
  };
}

/** Throws `Invalid` if there are faults. */
export function assertNone(faults: Record<string, string>): void {
  if (Object.keys(faults).length > 0) throw new Invalid(faults);
}

async function faultOfAudience(
  audience: Audience,
  { countClients, countRecipients }: Surroundings,
): Promise<string | undefined> {
  if (await countRecipients(audience) > 0) return undefined;
  switch (audience.kind) {
    case "everyone":
      return await countClients() === 0
        ? "You have no clients yet. Add clients first."
        : "All your clients have unsubscribed. Add others first.";
    case "search":
      return await countClients(audience.query) === 0
        ? `None of your clients match "${audience.query}". Search for something else.`
        : `All clients that match "${audience.query}" have unsubscribed. Search for something else.`;
    case "chosen":
      return audience.count === 0
        ? NOBODY_CHOSEN
        : "All the clients chosen have unsubscribed. Choose others.";
  }
}

function faultsOfTimes(
  schedule: Schedule | undefined,
  { now, isNew }: { now: Date; isNew: boolean },
): Record<string, string> {
  if (!schedule) return { startsAt: "Choose when it is to go out." };
  if (!isNew) return {};
  const { startsAt, timeZone } = schedule;
  const earliest = new Date(now.getTime() - GRACE);
  if (instantOf(startsAt, timeZone) < earliest) {
    return { startsAt: "This time has passed. Choose a later one." };
  }
  return {};
}

function endsTooSoon({ startsAt, endsAt, timeZone }: Schedule): boolean {
  return endsAt !== undefined &&
    instantOf(endsAt, timeZone) <= instantOf(startsAt, timeZone);
}
