/** How long the server may take over each phase, in milliseconds. */
export interface SmtpTimeouts {
  /** To be reached, and to agree on encryption. */
  connect: number;
  greeting: number;
  /** EHLO, STARTTLS, AUTH and RSET. */
  command: number;
  mail: number;
  recipient: number;
  /** To ask for the message after DATA. */
  data: number;
  /** To take the bytes of a message. */
  block: number;
  /** To answer the final dot. */
  final: number;
  /** How long a connection is kept that has nothing to do. */
  idle: number;
  /** A sending altogether, with its wait for a free connection. */
  total: number;
  /** What is under way when the transport is closed. */
  close: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** The phases that RFC 5321, section 4.5.3.2, gives minimums for have those. */
export const TIMEOUTS: Readonly<SmtpTimeouts> = {
  connect: 30 * SECOND,
  greeting: 5 * MINUTE,
  command: 5 * MINUTE,
  mail: 5 * MINUTE,
  recipient: 5 * MINUTE,
  data: 2 * MINUTE,
  block: 3 * MINUTE,
  final: 10 * MINUTE,
  idle: 10 * SECOND,
  total: 20 * MINUTE,
  close: 5 * SECOND,
};

/** The usual timeouts with none longer than `seconds` in which the server may be silent. */
export function tighterTimeouts(seconds: number): SmtpTimeouts {
  const most = seconds * SECOND;
  const tight = (ms: number) => Math.min(ms, most);
  const { idle, total, close, ...phases } = TIMEOUTS;
  return {
    connect: tight(phases.connect),
    greeting: tight(phases.greeting),
    command: tight(phases.command),
    mail: tight(phases.mail),
    recipient: tight(phases.recipient),
    data: tight(phases.data),
    block: tight(phases.block),
    final: tight(phases.final),
    idle,
    total,
    close,
  };
}
