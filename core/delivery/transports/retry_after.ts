const SHORTEST = 1_000;
const LONGEST = 3_600_000;

/**
 * The wait that a `Retry-After` header asks for, in milliseconds, from one second to one
 * hour; nothing when the header is absent or makes no sense.
 */
export function retryAfter(
  header: string | null,
  now: Date,
): number | undefined {
  if (header === null) return undefined;
  const wait = /^\s*-?\d+(\.\d+)?\s*$/.test(header)
    ? Number(header) * 1_000
    : Date.parse(header) - now.getTime();
  if (Number.isNaN(wait)) return undefined;
  return Math.min(Math.max(Math.round(wait), SHORTEST), LONGEST);
}
