/** How long a service may take over each phase of a request, in milliseconds. */
export interface HttpTimeouts {
  /** To be reached, and to agree on encryption. */
  connect: number;
  /** To take the request and to begin its answer. */
  headers: number;
  /** To finish its answer. */
  body: number;
  /** A request altogether. */
  total: number;
  /** How long a connection is kept that has nothing to do. */
  idle: number;
  /** What is under way when the transport is closed. */
  close: number;
}

const SECOND = 1_000;

/** The longest wait that there is for a service, in seconds. */
export const LONGEST_TIMEOUT = 45;

/** What holds unless the URL says otherwise; servers keep a connection for 5 s and more. */
export const TIMEOUTS: Readonly<HttpTimeouts> = {
  connect: 10 * SECOND,
  headers: 30 * SECOND,
  body: 10 * SECOND,
  total: LONGEST_TIMEOUT * SECOND,
  idle: 4 * SECOND,
  close: 5 * SECOND,
};

/** The usual timeouts with none longer than `seconds` in which the service keeps us waiting. */
export function tighterTimeouts(seconds: number): HttpTimeouts {
  const tight = (ms: number) => Math.min(ms, seconds * SECOND);
  const { idle, close, ...phases } = TIMEOUTS;
  return {
    connect: tight(phases.connect),
    headers: tight(phases.headers),
    body: tight(phases.body),
    total: tight(phases.total),
    idle,
    close,
  };
}
