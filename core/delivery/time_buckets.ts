const MINUTE = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;

/** Widths that people read easily, in minutes. */
const WIDTHS = [
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7, 14, 30].map((days) => days * DAY),
];

/** What happened in one minute, counted from 1970. */
export interface Moment {
  minute: number;
  delivered: number;
  deferred: number;
  /** Refused, or given up on. */
  failed: number;
}

/** What happened from an instant on, for as long as the buckets are wide. */
export interface TimeBucket extends Omit<Moment, "minute"> {
  from: Date;
}

/** How many buckets are drawn. */
export interface BucketLimits {
  atLeast: number;
  atMost: number;
}

/** Merges minutes into buckets of one width without gaps, as narrow as their number allows. */
export function timeBuckets(
  moments: readonly Moment[],
  { atLeast, atMost }: BucketLimits,
): TimeBucket[] {
  const minutes = moments.map(({ minute }) => minute);
  const first = minutes.reduce((a, b) => Math.min(a, b), Infinity);
  const last = minutes.reduce((a, b) => Math.max(a, b), -Infinity);
  if (first > last) return [];
  const place = (minute: number, width: number) =>
    Math.floor(minute / width) - Math.floor(first / width);
  const width = WIDTHS.find((width) => place(last, width) < atMost) ??
    Math.ceil((last - first + 1) / (atMost - 1));
  const start = Math.floor(first / width) * width;
  const count = Math.max(atLeast, place(last, width) + 1);
  const buckets = Array.from({ length: count }, (_, n) => ({
    from: new Date((start + n * width) * MINUTE),
    delivered: 0,
    deferred: 0,
    failed: 0,
  }));
  for (const { minute, delivered, deferred, failed } of moments) {
    const bucket = buckets[place(minute, width)]!;
    bucket.delivered += delivered;
    bucket.deferred += deferred;
    bucket.failed += failed;
  }
  return buckets;
}
