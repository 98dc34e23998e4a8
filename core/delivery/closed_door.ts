/** Why nothing may be sent for now, and until when. */
export interface ClosedDoor {
  /** Trouble with the service, or a limit that is used up. */
  kind: "breaker" | "limit";
  /** The service's own words; with a limit, what it is. */
  reason: string;
  until: Date;
}
