import { Reason } from "../../../../core/attempts/reason.ts";

/** Which of those who were not reached a report lists. */
export interface AskedFailures {
  reason: Reason | undefined;
  cursor: string | undefined;
}

/** What an address asks a report for; what makes no sense is left out. */
export function askedOf(url: URL): AskedFailures {
  const { data: reason } = Reason.safeParse(url.searchParams.get("reason"));
  return { reason, cursor: url.searchParams.get("at") || undefined };
}
