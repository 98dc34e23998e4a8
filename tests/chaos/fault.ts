/**
 * A moment of an SMTP dialogue at which a server may go wrong: a connection, what it says
 * first, a command by its first four letters, the first of a message, its final dot, and
 * when the message has been taken.
 */
export type Moment =
  | "connection"
  | "greeting"
  | "EHLO"
  | "STAR"
  | "AUTH"
  | "MAIL"
  | "RCPT"
  | "DATA"
  | "text"
  | "."
  | "taken";

/** What a server does in place of a polite answer. */
export type Deed =
  | { does: "say"; reply: string }
  /** A byte now and then. */
  | { does: "drip"; reply: string }
  | { does: "hang up" }
  | { does: "reset" }
  /** It neither reads nor writes any more. */
  | { does: "stall" };

/** What a server does at its nth such moment, counted from 1, on hearing a line. */
export type Reaction = (nth: number, line: string) => Deed | undefined;

/** What a server does wrong, at which moments. */
export type Fault = Partial<Record<Moment, Deed | Reaction>>;

/** How long a dripping server waits between two bytes, in milliseconds. */
export const DRIP = 20;
