import {
  DescriptionList,
  type Fact,
} from "../../../components/DescriptionList.tsx";
import { Sheet } from "../../../components/Sheet.tsx";
import { TableLink } from "../../../components/TableLink.tsx";
import { Time } from "../../../components/Time.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import { instantOf } from "../../../core/mailings/schedule.ts";
import type { WatchedMailing } from "../../../core/oversight/watched_mailings.ts";
import { audienceInWords } from "./words.ts";

/** A mailing, when it is read, and in which words. */
export interface WatchedMailingFactsProps extends WatchedMailing {
  now: Date;
  t: Catalogue;
}

/** Whose a mailing is, to whom it goes and when. */
export function WatchedMailingFacts(props: WatchedMailingFactsProps) {
  return (
    <Sheet title={props.t.manager.mailings.settings}>
      <DescriptionList facts={[...factsOf(props), ...timesOf(props)]} />
    </Sheet>
  );
}

function factsOf(
  { mailing, owner, t, now }: WatchedMailingFactsProps,
): Fact[] {
  const words = t.manager.mailings;
  return [
    [
      words.ownedBy,
      owner
        ? (
          <span class="[overflow-wrap:anywhere]">
            <TableLink href={`/manage/users/${owner.id}`}>
              {owner.name}
            </TableLink>
            <span class="block text-13 text-faded">{owner.email}</span>
          </span>
        )
        : words.ownerGone,
    ],
    [words.to, audienceInWords(mailing.audience, t.manager)],
    [words.columns.made, <Time key="made" at={mailing.createdAt} now={now} />],
  ];
}

function timesOf({ mailing, t, now }: WatchedMailingFactsProps): Fact[] {
  const words = t.manager.mailings;
  const { schedule, missed } = mailing;
  if (!schedule) return [[words.repeats, words.noTime]];
  const { repeat, startsAt, endsAt, timeZone: zone } = schedule;
  const exact = (wallTime: string) => (
    <Time at={instantOf(wallTime, zone)} now={now} zone={zone} exact />
  );
  const facts: Fact[] = [
    [words.repeats, words.repeat[repeat]],
    [words.starts, exact(startsAt)],
  ];
  if (endsAt) facts.push([words.ends, exact(endsAt)]);
  facts.push([words.timeZone, zone.replaceAll("_", " ")]);
  if (missed > 0) facts.push([words.missed, words.sendingTimes(missed)]);
  return facts;
}
