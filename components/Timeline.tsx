import { cx } from "./cx.ts";
import { numberFormat } from "./formats.ts";
import { useReader } from "./reader.ts";
import { useWords } from "./words.ts";

/** What happened in one stretch of time. */
export interface Bucket {
  /** When: "09:30". */
  label: string;
  delivered: number;
  deferred: number;
  refused: number;
}

/** A chart of outcomes over time. */
export interface TimelineProps {
  caption: string;
  buckets: readonly Bucket[];
  locale?: string;
  labels?: TimelineLabels;
}

/** The words of a chart's parts. */
export type TimelineLabels = Record<
  "time" | "delivered" | "deferred" | "refused",
  string
>;

const KINDS = ["delivered", "deferred", "refused"] as const;
const FILLS = {
  delivered: cx("fill-sent"),
  deferred: cx("fill-held"),
  refused: cx("fill-lost"),
};
const HEIGHT = 120;

/** Bars of outcomes over time, drawn here and now, with a table for those who listen. */
export function Timeline({ caption, buckets, ...given }: TimelineProps) {
  const { time, states } = useWords();
  const { locale, labels } = {
    ...useReader(),
    labels: { time, ...states },
    ...given,
  };
  const top = Math.max(0, ...buckets.map(total));
  const count = (value: number) => numberFormat(locale).format(value);
  return (
    <figure class="relative">
      <div aria-hidden="true">
        <Legend buckets={buckets} labels={labels} top={count(top)} />
        <svg class="block w-full overflow-visible" height={HEIGHT + 1}>
          <line
            x1="0"
            x2="100%"
            y1="0.5"
            y2="0.5"
            class="stroke-rule"
            stroke-dasharray="2 4"
          />
          {buckets.map((bucket, index) => (
            <Bar
              key={bucket.label}
              bucket={bucket}
              place={index / buckets.length}
              top={top}
              width={1 / buckets.length}
            />
          ))}
          <line
            x1="0"
            x2="100%"
            y1={HEIGHT + 0.5}
            y2={HEIGHT + 0.5}
            class="stroke-edge"
          />
        </svg>
        <div class="mt-1 flex justify-between text-13 tabular-nums text-faded">
          {scale(buckets).map((label) => <span key={label}>{label}</span>)}
        </div>
      </div>
      <div class="sr-only">
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{labels.time}</th>
              {KINDS.map((kind) => (
                <th key={kind} scope="col">{labels[kind]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {buckets.map((bucket) => (
              <tr key={bucket.label}>
                <th scope="row">{bucket.label}</th>
                {KINDS.map((kind) => <td key={kind}>{count(bucket[kind])}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

function Legend(
  { buckets, labels, top }: {
    buckets: readonly Bucket[];
    labels: TimelineLabels;
    top: string;
  },
) {
  const shown = KINDS.filter((kind) =>
    buckets.some((bucket) => bucket[kind] > 0)
  );
  return (
    <div class="mb-1 flex flex-wrap justify-between gap-x-4 text-13 text-faded">
      <span class="tabular-nums">{top}</span>
      <span class="flex gap-4">
        {shown.map((kind) => (
          <span key={kind} class="flex items-center gap-1.5">
            <svg class={cx("h-2 w-2", FILLS[kind])} viewBox="0 0 8 8">
              <rect width="8" height="8" rx="1" />
            </svg>
            {labels[kind]}
          </span>
        ))}
      </span>
    </div>
  );
}

interface BarProps {
  bucket: Bucket;
  place: number;
  width: number;
  top: number;
}

function Bar({ bucket, place, width, top }: BarProps) {
  let foot = HEIGHT;
  return (
    <g>
      <title>
        {`${bucket.label}: ${KINDS.map((kind) => bucket[kind]).join(" / ")}`}
      </title>
      {KINDS.filter((kind) => bucket[kind] > 0).map((kind) => {
        const height = Math.max(1, bucket[kind] / top * HEIGHT);
        foot -= height;
        return (
          <rect
            key={kind}
            class={FILLS[kind]}
            x={percent(place + width * 0.1)}
            width={percent(width * 0.8)}
            y={foot.toFixed(2)}
            height={height.toFixed(2)}
          />
        );
      })}
    </g>
  );
}

function scale(buckets: readonly Bucket[]): string[] {
  const places = [0, (buckets.length - 1) / 2, buckets.length - 1].map(
    Math.round,
  );
  return [...new Set(places)].flatMap((place) => buckets[place]?.label ?? []);
}

function total({ delivered, deferred, refused }: Bucket): number {
  return delivered + deferred + refused;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
