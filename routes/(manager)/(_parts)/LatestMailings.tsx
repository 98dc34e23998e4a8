import { TableLink } from "../../../components/TableLink.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import type { WatchedMailing } from "../../../core/oversight/watched_mailings.ts";
import { listHref } from "../../../web/list_href.ts";
import { WatchedMailingTable } from "./WatchedMailingTable.tsx";

/** One owner's newest mailings, and how many there are in all. */
export interface LatestMailingsProps {
  ownerId: string;
  latest: readonly WatchedMailing[];
  total: number;
  t: Catalogue;
  now: Date;
}

/** What somebody sends, the newest first. */
export function LatestMailings(
  { ownerId, latest, total, t, now }: LatestMailingsProps,
) {
  const words = t.manager.users;
  return (
    <section aria-labelledby="mailings" class="min-w-0">
      <h2 id="mailings" class="mb-4 text-17 font-semibold">
        {words.lastMailings}
      </h2>
      {latest.length === 0
        ? <p class="text-faded">{words.noMailings}</p>
        : <WatchedMailingTable mailings={latest} now={now} t={t} isBrief />}
      {total > latest.length && (
        <p class="mt-4">
          <TableLink href={listHref("/manage/mailings", { owner: ownerId })}>
            {words.allMailings}
          </TableLink>
        </p>
      )}
    </section>
  );
}
