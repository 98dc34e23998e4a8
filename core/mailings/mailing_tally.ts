import type { CounterName, Store, Writer } from "../storage/mod.ts";
import { isLive, type MailingSettings } from "./mailing.ts";

/** A mailing before and after a write; absent where there is none. */
export interface MailingWrite {
  before?: MailingSettings;
  after?: MailingSettings;
}

/** Keeps count of an owner's mailings, of all on the site and of those that are live. */
export function tallyMailing(
  { counters }: Store,
  tx: Writer,
  { before, after }: MailingWrite,
): void {
  const ownerId = (after ?? before)?.ownerId;
  if (ownerId === undefined) return;
  const more = there(after) - there(before);
  counters.add(tx, mailingsOf(ownerId), more);
  counters.add(tx, ["site", "mailings"], more);
  counters.add(tx, ["site", "active"], live(after) - live(before));
}

/** The counter of an owner's mailings. */
export function mailingsOf(ownerId: string): CounterName {
  return ["mailings", ownerId];
}

function there(mailing: MailingSettings | undefined): number {
  return mailing && !mailing.deletedAt ? 1 : 0;
}

function live(mailing: MailingSettings | undefined): number {
  return mailing && isLive(mailing) ? 1 : 0;
}
