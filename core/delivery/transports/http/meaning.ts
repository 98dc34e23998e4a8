/** What a status says of the mail that was sent. */
export type Meaning =
  /** It was taken over, if the answer has the right shape. */
  | "accepted"
  /** It was refused, if it is the service that says so and not something in between. */
  | "rejected"
  /** It is too large. */
  | "oversized"
  /** Nobody knows: it may have been taken over. */
  | "unknown"
  /** It was not taken over, for a reason that has nothing to do with it. */
  | "trouble";

const NAMED: ReadonlyMap<number, Meaning> = new Map([
  [200, "accepted"],
  [201, "accepted"],
  [202, "accepted"],
  [303, "unknown"], // done, and the answer is elsewhere
  [400, "rejected"],
  [413, "oversized"],
  [422, "rejected"],
  [501, "trouble"], // not implemented
  [503, "trouble"], // out of service
  [505, "trouble"], // HTTP of another version
  [507, "trouble"], // no room
  [511, "trouble"], // a network that wants a sign-in first
  [521, "trouble"], // from here on a proxy that did not reach the service
  [522, "trouble"],
  [523, "trouble"],
  [525, "trouble"],
  [526, "trouble"],
]);

/** What a status means unless a service says otherwise. */
export function meaningOf(status: number): Meaning {
  const named = NAMED.get(status);
  if (named) return named;
  // Of the rest, other kinds of success tell nothing, and what broke may have broken late.
  const isOpen = (status >= 200 && status < 300) || status >= 500;
  return isOpen ? "unknown" : "trouble";
}
