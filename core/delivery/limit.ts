import { badMailUrl, withoutParameters } from "./transports/mail_url.ts";

/** How fast messages may be started; what is absent is not limited. */
export interface Limit {
  /** Messages a second, in the long run. */
  rate?: number;
  /** Messages that may go at once after a rest; a second's worth unless said. */
  burst?: number;
  /** Messages a day, which begins at midnight UTC. */
  daily?: number;
}

/** The limits of the mail service as a whole, and of each owner. */
export interface Limits {
  service: Limit;
  owner: Limit;
}

/** Nothing is limited. */
export const UNLIMITED: Limits = { service: {}, owner: {} };

interface Range {
  pattern: RegExp;
  least: number;
  most: number;
  says: string;
}

const WHOLE = /^\d{1,9}$/;
const RANGES: Record<keyof Limit, Range> = {
  rate: {
    pattern: /^\d{1,6}(\.\d{1,3})?$/,
    least: 0.001,
    most: 100_000,
    says: "messages a second, from 0.001 to 100000",
  },
  burst: {
    pattern: WHOLE,
    least: 1,
    most: 100_000,
    says: "messages at once, from 1 to 100000",
  },
  daily: {
    pattern: WHOLE,
    least: 1,
    most: 100_000_000,
    says: "messages a day, from 1 to 100000000",
  },
};

const SERVICE: Record<keyof Limit, string> = {
  rate: "rate",
  burst: "burst",
  daily: "daily",
};
const OWNER: Record<keyof Limit, string> = {
  rate: "ownerRate",
  burst: "ownerBurst",
  daily: "ownerDaily",
};

/** The parameters of `MAIL_URL` that say how fast messages may go. */
export const LIMIT_PARAMETERS: readonly string[] = [SERVICE, OWNER]
  .flatMap(Object.values);

/** Takes the limits out of a `MAIL_URL`; throws `Invalid` for `MAIL_URL` on one that is none. */
export function takeLimits(url: URL): { url: URL; limits: Limits } {
  return {
    url: withoutParameters(url, LIMIT_PARAMETERS),
    limits: { service: limitOf(url, SERVICE), owner: limitOf(url, OWNER) },
  };
}

function limitOf(url: URL, names: Record<keyof Limit, string>): Limit {
  const limit: Limit = {};
  for (const key of ["rate", "burst", "daily"] as const) {
    const text = url.searchParams.get(names[key]);
    if (text !== null) limit[key] = numberOf(names[key], text, RANGES[key]);
  }
  if (limit.burst !== undefined && limit.rate === undefined) {
    throw badMailUrl(
      `has ${names.burst}= without ${names.rate}=: say both, or neither.`,
    );
  }
  return limit;
}

function numberOf(
  name: string,
  text: string,
  { pattern, least, most, says }: Range,
): number {
  const number = pattern.test(text) ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  throw badMailUrl(`cannot have ${name}=${text}: use ${says}.`);
}
