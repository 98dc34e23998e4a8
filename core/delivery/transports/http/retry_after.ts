const SHORTEST = 1_000;
const LONGEST = 3_600_000;

const SECONDS = /^-?\d+(?:\.\d+)?$/;
const MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
const TIME = "(?<time>\\d\\d:\\d\\d:\\d\\d)";

/** The three forms of a date that RFC 9110, section 5.6.7, has; all are in UTC. */
const DATES: readonly RegExp[] = [
  RegExp(
    `^\\w{3}, (?<day>\\d\\d) (?<month>${MONTHS}) (?<year>\\d{4}) ${TIME} GMT$`,
  ),
  RegExp(
    `^\\w{6,9}, (?<day>\\d\\d)-(?<month>${MONTHS})-(?<year>\\d\\d) ${TIME} GMT$`,
  ),
  RegExp(
    `^\\w{3} (?<month>${MONTHS}) (?<day>[ \\d]\\d) ${TIME} (?<year>\\d{4})$`,
  ),
];

/**
 * The wait that a `Retry-After` header asks for, in milliseconds, from one second to one
 * hour; nothing when the header is absent or makes no sense.
 */
export function retryAfter(
  header: string | undefined,
  now: Date,
): number | undefined {
  const text = header?.trim() ?? "";
  const wait = SECONDS.test(text)
    ? Number(text) * 1_000
    : instantOf(text) - now.getTime();
  if (Number.isNaN(wait)) return undefined;
  return Math.min(Math.max(Math.round(wait), SHORTEST), LONGEST);
}

/** The instant of a date in a header, in milliseconds; not a number when it is none. */
function instantOf(text: string): number {
  for (const form of DATES) {
    const { day, month, year, time } = form.exec(text)?.groups ?? {};
    if (!day || !year) continue;
    const full = year.length === 2 ? `20${year}` : year;
    return Date.parse(`${day.trim()} ${month} ${full} ${time} GMT`);
  }
  return NaN;
}
