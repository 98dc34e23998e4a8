import type { Letter, Mail } from "../../letter.ts";
import type { Meaning } from "./meaning.ts";

/** What the JSON of an answer says. */
export type Reading =
  /** The service took the mail over, and calls it so. */
  | { kind: "accepted"; id: string }
  /** It did not: because of this mail, or for a reason that has nothing to do with it. */
  | { kind: "rejected"; because: "mail" | "service"; reason: string }
  /** It is not what the service promises to answer; `what` ends a sentence on the answer. */
  | { kind: "senseless"; what: string };

/** How a mail service is spoken to over HTTP. */
export interface Service {
  /** Where it takes mail unless the URL has a path. */
  readonly path: string;
  /**
   * Whether it promises to take a mail once, however often it comes under one
   * `Idempotency-Key`: then nothing is ever in doubt.
   */
  readonly honoursKey: boolean;
  /** Statuses that mean something else than usual. */
  readonly meanings?: ReadonlyMap<number, Meaning>;
  /** The headers that say who we are. */
  authorization(token: string): Record<string, string>;
  /** What is sent, as JSON. */
  body(mail: Mail, kind: Letter["kind"]): Record<string, unknown>;
  /** What came back, from JSON. */
  read(json: unknown, mail: Mail): Reading;
}

/** The headers of services that take a bearer token. */
export function bearer(token: string): Record<string, string> {
  return token === "" ? {} : { authorization: `Bearer ${token}` };
}
