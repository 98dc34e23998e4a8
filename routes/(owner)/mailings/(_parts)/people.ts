import type { MailingAttempt } from "../../../../core/attempts/attempt.ts";
import type { Core } from "../../../../core/core.ts";
import type { Entry } from "../../../../core/delivery/backlog.ts";
import type { MailingRun } from "../../../../core/mailings/run.ts";
import type { Page } from "../../../../core/storage/mod.ts";

const SHOWS = [
  "all",
  "delivered",
  "waiting",
  "refused",
  "expired",
  "skipped",
] as const;

/** Which of a run's people are listed. */
export type Show = typeof SHOWS[number];

/** One page of a run's people: those tried, or those who still wait. */
export interface People {
  attempts?: Page<MailingAttempt>;
  waiting?: Page<Entry>;
  isEmpty: boolean;
}

/** Which people an address asks for: everybody who was tried unless it says otherwise. */
export function shownIn(value: string | null): Show {
  return SHOWS.find((show) => show === value) ?? "all";
}

/** Looks up a page of a run's people. */
export async function lookUpPeople(
  core: Core,
  { run, show, cursor }: {
    run: MailingRun;
    show: Show;
    cursor: string | undefined;
  },
): Promise<People> {
  // Whoever had unsubscribed is counted only.
  if (show === "skipped") return { isEmpty: true };
  if (show === "waiting") {
    const waiting = await core.delivery.waiting(run, {
      limit: 50,
      ...(cursor && { cursor }),
    });
    return { waiting, isEmpty: waiting.items.length === 0 };
  }
  const attempts = await core.attempts.of(run.ownerId).ofRun(run.id, {
    outcome: show === "all" ? undefined : show,
    cursor,
  });
  return { attempts, isEmpty: attempts.items.length === 0 };
}
