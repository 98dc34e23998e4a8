import type { Letter, Recipient } from "../letter.ts";
import type { Outcome } from "../outcome.ts";

/** Whether a mail may still be handed over: asked right before, however long it waited. */
export type MayBegin = () => boolean;

/** The mail was taken back before anything of it was handed over. */
export interface Withdrawn {
  kind: "withdrawn";
}

/** What came of handing a mail over that could be taken back. */
export type Handover = Outcome | Withdrawn;

/** A way out for mail. */
export interface Transport {
  /** A short name for pages and logs, without secrets. */
  readonly name: string;
  /**
   * How many mails it has use for at once: more would only wait in it. Undefined where they do
   * not wait.
   */
  readonly atOnce?: number;
  /**
   * Hands one mail over, unless it may not begin any more; never throws, and always comes to
   * an end.
   */
  send(letter: Letter, recipient: Recipient): Promise<Outcome>;
  send(
    letter: Letter,
    recipient: Recipient,
    mayBegin: MayBegin,
  ): Promise<Handover>;
  /** Ends every connection and timer; what is under way is answered first or given up. */
  close(): Promise<void>;
}
