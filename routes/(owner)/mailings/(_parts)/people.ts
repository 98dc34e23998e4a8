import { type Show, SHOWS } from "../../../../components/run_progress.ts";
import type { MailingAttempt } from "../../../../core/attempts/attempt.ts";
import type { SkippedClient } from "../../../../core/attempts/skipped.ts";
import type { Core } from "../../../../core/core.ts";
import type { Entry } from "../../../../core/delivery/backlog.ts";
import type { MailingRun } from "../../../../core/mailings/run.ts";
import type { Page } from "../../../../core/storage/mod.ts";

/** One page of a run's people: those tried, those who still wait, or those passed over. */
export interface People {
  attempts?: Page<MailingAttempt>;
  waiting?: Page<Entry>;
  skipped?: Page<SkippedClient>;
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
  const own = core.attempts.of(run.ownerId);
  if (show === "skipped") {
    const skipped = await own.skippedIn(run.id, { cursor });
    return { skipped, isEmpty: skipped.items.length === 0 };
  }
  if (show === "waiting") {
    const waiting = await core.delivery.waiting(run, {
      limit: 50,
      ...(cursor && { cursor }),
    });
    return { waiting, isEmpty: waiting.items.length === 0 };
  }
  const attempts = await own.ofRun(run.id, {
    outcome: show === "all" ? undefined : show,
    cursor,
  });
  return { attempts, isEmpty: attempts.items.length === 0 };
}
