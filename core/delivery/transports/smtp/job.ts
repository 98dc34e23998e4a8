import type { Outcome } from "../../outcome.ts";
import type { Handover, MayBegin } from "../transport.ts";
import type { MessageText } from "./output.ts";

/** A mail to be handed over. */
export interface Parcel {
  readonly from: string;
  readonly to: string;
  /** Whose mail it is, for which places are shared out. */
  readonly ownerId: string;
  /** Asked before the server hears of it, and again before it gets the message. */
  readonly mayBegin?: MayBegin;
  /**
   * Composes the mail once a connection takes it, so that none is kept meanwhile: texts one after
   * another of lines that end with CRLF, neither dot-stuffed nor ended with a dot. Or says what
   * became of it at once; never throws.
   */
  compose(): readonly MessageText[] | Outcome;
}

/** A parcel on its way, and who waits for its outcome. */
export interface Job extends Parcel {
  /** The receiving domain. */
  readonly domain: string;
  /** Hears the outcome; only the first counts. */
  settle(outcome: Handover): void;
}

/** Where a connection gets its work, and gives back what it could not begin. */
export interface Desk {
  /** The next job, which is this connection's from then on. */
  next(): Job | undefined;
  /**
   * The connection was lost, and the server surely has no message of this job. The first
   * job of a connection is better not tried on another one: the server itself is at odds.
   */
  lost(job: Job, why: { reason: string; isFirst: boolean }): void;
}

/** Takes back a job that may not begin any more; says whether it did. */
export function isWithdrawn(job: Job): boolean {
  if (job.mayBegin?.() !== false) return false;
  job.settle({ kind: "withdrawn" });
  return true;
}
