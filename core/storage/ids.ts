import { v7 } from "uuid";

/** A new UUIDv7, which sorts by the instant it was made at. */
export function newId(now?: Date): string {
  return now ? v7({ msecs: now.getTime() }) : v7();
}
