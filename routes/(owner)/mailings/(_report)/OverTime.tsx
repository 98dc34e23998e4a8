import { dateFormat } from "../../../../components/formats.ts";
import { type Reading, useReader } from "../../../../components/reader.ts";
import { Sheet } from "../../../../components/Sheet.tsx";
import { Timeline } from "../../../../components/Timeline.tsx";
import { useWords } from "../../../../components/words.ts";
import {
  type Moment,
  type TimeBucket,
  timeBuckets,
} from "../../../../core/delivery/time_buckets.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import { whenInWords } from "./reader_words.ts";

const MINUTE = 60_000;
const LIMITS = { atLeast: 12, atMost: 120 };

/** What happened in a run when. */
export function OverTime(
  { moments, t }: { moments: readonly Moment[]; t: Catalogue },
) {
  const words = t.reports;
  return (
    <Sheet title={words.timeline}>
      {moments.length > 1
        ? <Chart moments={moments} t={t} />
        : <Sentence moment={moments[0]} t={t} />}
    </Sheet>
  );
}

function Chart(
  { moments, t }: { moments: readonly Moment[]; t: Catalogue },
) {
  const reader = useReader();
  const { time, states } = useWords();
  const { timelineCaption, putOff, failed } = t.reports;
  const buckets = timeBuckets(moments, LIMITS);
  const label = labelling(buckets, reader);
  return (
    <Timeline
      caption={timelineCaption}
      buckets={buckets.map(({ from, delivered, deferred, failed }) => ({
        label: label(from),
        delivered,
        deferred,
        refused: failed,
      }))}
      labels={{
        time,
        delivered: states.delivered,
        deferred: putOff,
        refused: failed,
      }}
    />
  );
}

// One bar alone says no more than its sentence.
function Sentence(
  { moment, t }: { moment: Moment | undefined; t: Catalogue },
) {
  const reader = useReader();
  const at = moment && new Date(moment.minute * MINUTE);
  return (
    <p class="text-faded">
      {at ? t.reports.allWithin(whenInWords(at, reader)) : t.reports.nothingYet}
    </p>
  );
}

/** The time of day; with the date where there are several days. */
function labelling(
  buckets: readonly TimeBucket[],
  { locale, zone }: Reading,
): (from: Date) => string {
  const day = dateFormat(locale, {
    day: "numeric",
    month: "short",
    timeZone: zone,
  });
  const time = dateFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  });
  const days = new Set(buckets.map(({ from }) => day.format(from)));
  return (from) =>
    days.size === 1
      ? time.format(from)
      : `${day.format(from)}, ${time.format(from)}`;
}
