import type { Core } from "../core/core.ts";
import type { RecentFailures } from "../core/delivery/statistics.ts";
import type { MailingSettings } from "../core/mailings/mailing.ts";

const MAILINGS = 5;

/** What failed lately, with the mailings that it failed in, the worst few. */
export interface FailuresShown extends Omit<RecentFailures, "mailings"> {
  mailings: { mailing: MailingSettings; count: number }[];
}

/** Looks up what failed for an owner in the last days. */
export async function recentFailuresOf(
  core: Core,
  ownerId: string,
): Promise<FailuresShown> {
  const { mailings, ...numbers } = await core.statistics
    .recentFailures(ownerId);
  const own = core.mailings.of(ownerId);
  const found = await Promise.all(
    mailings.slice(0, MAILINGS).map(async ({ mailingId, count }) => {
      const mailing = await own.find(mailingId);
      return mailing ? [{ mailing, count }] : [];
    }),
  );
  return { ...numbers, mailings: found.flat() };
}
