import type { Letter, Recipient } from "../letter.ts";
import type { Outcome } from "../outcome.ts";

/** A way out for mail. */
export interface Transport {
  /** A short name for pages and logs, without secrets. */
  readonly name: string;
  /**
   * How many mails it has use for at once: more would only wait in it, where pausing no longer
   * holds them back. Undefined where they do not wait.
   */
  readonly atOnce?: number;
  /** Hands one mail over; never throws, and always comes to an end. */
  send(letter: Letter, recipient: Recipient): Promise<Outcome>;
  /** Ends every connection and timer; what is under way is answered first or given up. */
  close(): Promise<void>;
}
