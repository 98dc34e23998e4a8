import { Pagination } from "../../../../components/Pagination.tsx";
import type { Show } from "../../../../components/run_progress.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import { listHref } from "../../../../web/list_href.ts";
import { AttemptTable } from "./AttemptTable.tsx";
import type { People } from "./people.ts";
import type { RunProgress } from "./run_progress.ts";
import { SkippedTable } from "./SkippedTable.tsx";
import { WaitingTable } from "./WaitingTable.tsx";

/** A page of a run's people as their owner sees them. */
export interface PeopleSectionProps {
  people: People;
  show: Show;
  /** The run's page. */
  path: string;
  progress: RunProgress;
  now: Date;
  t: Catalogue;
}

/** The people behind the number that was clicked. */
export function PeopleSection(props: PeopleSectionProps) {
  const { people, show, path } = props;
  const list = people.attempts ?? people.waiting ?? people.skipped;
  const at = (cursor: string | undefined) =>
    cursor && `${listHref(path, { show, at: cursor })}#people`;
  return (
    <section id="people" class="flex flex-col gap-4">
      <h2 class="text-17 font-semibold">{titleOf(props)}</h2>
      {people.isEmpty
        ? <p class="text-faded">{whyEmpty(props)}</p>
        : <PeopleTable {...props} />}
      <Pagination previous={at(list?.previous)} next={at(list?.next)} />
    </section>
  );
}

function PeopleTable({ people, now, t }: PeopleSectionProps) {
  const { attempts, waiting, skipped } = people;
  return (
    <>
      {attempts && <AttemptTable attempts={attempts.items} now={now} t={t} />}
      {waiting && <WaitingTable entries={waiting.items} now={now} t={t} />}
      {skipped && (
        <>
          <p class="text-faded">{t.runs.skippedNote}</p>
          <SkippedTable clients={skipped.items} t={t} />
        </>
      )}
    </>
  );
}

function titleOf({ show, progress, t }: PeopleSectionProps): string {
  const { everyTry, figures } = t.runs;
  if (show === "all") return everyTry;
  const isNotSent = show === "waiting" && progress.state === "cancelled";
  return isNotSent ? figures.notSent : figures[show];
}

function whyEmpty({ show, progress, t }: PeopleSectionProps): string {
  const { empty } = t.runs;
  const { skipped, state } = progress;
  if (show === "waiting" && state === "cancelled") return empty.notSent;
  // Runs of earlier versions kept their number alone.
  if (show === "skipped" && skipped > 0) return empty.skippedUnnamed(skipped);
  return empty[show];
}
