import { Pagination } from "../../../../components/Pagination.tsx";
import type { RunProgress } from "../../../../components/run_progress.ts";
import { listHref } from "../../../../web/list_href.ts";
import { AttemptTable } from "./AttemptTable.tsx";
import type { People, Show } from "./people.ts";
import { WaitingTable } from "./WaitingTable.tsx";
import { clientsInWords } from "./words.ts";

/** A page of a run's people and where its reader is. */
export interface PeopleSectionProps {
  people: People;
  show: Show;
  /** The run's page. */
  path: string;
  progress: RunProgress;
  now: Date;
  zone: string;
}

const TITLES: Record<Show, string> = {
  all: "Every try",
  delivered: "Delivered",
  waiting: "Waiting",
  refused: "Refused",
  expired: "Given up",
  skipped: "Skipped",
};

/** The people behind the number that was clicked. */
export function PeopleSection(props: PeopleSectionProps) {
  const { people, show, path, progress, now, zone } = props;
  const { attempts, waiting } = people;
  const list = attempts ?? waiting;
  const at = (cursor: string | undefined) =>
    cursor && `${listHref(path, { show, at: cursor })}#people`;
  return (
    <section id="people" class="flex flex-col gap-4">
      <h2 class="text-17 font-semibold">
        {show === "waiting" && progress.state === "cancelled"
          ? "Not sent"
          : TITLES[show]}
      </h2>
      {people.isEmpty && <p class="text-faded">{whyEmpty(props)}</p>}
      {!people.isEmpty && attempts && (
        <AttemptTable attempts={attempts.items} now={now} zone={zone} />
      )}
      {!people.isEmpty && waiting && (
        <WaitingTable entries={waiting.items} now={now} zone={zone} />
      )}
      <Pagination previous={at(list?.previous)} next={at(list?.next)} />
    </section>
  );
}

function whyEmpty({ show, progress }: PeopleSectionProps): string {
  const { skipped, state } = progress;
  switch (show) {
    case "skipped":
      return skipped === 0
        ? "Nobody was skipped."
        : `${clientsInWords(skipped)} had unsubscribed and got no mail.`;
    case "waiting":
      return state === "cancelled"
        ? "The mailing was cancelled before their turn."
        : "Nobody waits any more.";
    case "all":
      return "Nothing was tried yet.";
    case "delivered":
      return "Nothing was delivered yet.";
    case "refused":
      return "Nobody's mail server has refused the message.";
    case "expired":
      return "Nobody was given up on.";
  }
}
