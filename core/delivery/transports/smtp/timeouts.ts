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

/**
 * Much less than RFC 5321, section 4.5.3.2, has for strangers' servers: this one is ours, and a
 * short hang of it must not hold mail back for minutes. Only once the message was handed over
 * there is patience: what is not answered then is in doubt.
 */
export const TIMEOUTS: Readonly<SmtpTimeouts> = {
  connect: 8 * SECOND,
  greeting: 8 * SECOND,
  command: 8 * SECOND,
  mail: 10 * SECOND,
  recipient: 12 * SECOND,
  data: 10 * SECOND,
  block: MINUTE,
  final: 5 * MINUTE,
  idle: 10 * SECOND,
  total: 10 * MINUTE,
  close: 5 * SECOND,
};

/** The timeouts where the server may be silent for `seconds` in any phase, and no longer. */
export function timeoutsOf(seconds: number): SmtpTimeouts {
  const { idle, total, close } = TIMEOUTS;
  const ms = seconds * SECOND;
  return {
    connect: ms,
    greeting: ms,
    command: ms,
    mail: ms,
    recipient: ms,
    data: ms,
    block: ms,
    final: ms,
    idle,
    total: Math.max(total, 3 * ms),
    close,
  };
}
