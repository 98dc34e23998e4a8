import type { MailingAttempt } from "../attempts/attempt.ts";
import type { Attempts } from "../attempts/attempts.ts";
import type { Client } from "../clients/client.ts";
import type { Runs } from "../mailings/runs.ts";
import type { Page } from "../storage/mod.ts";

/** Which page of a client's history is asked for. */
export interface HistoryPage {
  /** About how many tries. */
  limit: number;
  cursor?: string | undefined;
}

/** Runs looked at for one page at most. */
const MOST_RUNS = 1_000;

/**
 * The tries to reach one client, those of the latest run first and within it the latest.
 * A run stays whole, so a page may have a few more tries than asked for.
 */
export async function historyOf(
  { runs, attempts }: { runs: Runs; attempts: Attempts },
  { id, ownerId }: Pick<Client, "id" | "ownerId">,
  { limit, cursor }: HistoryPage,
): Promise<Page<MailingAttempt>> {
  const own = attempts.of(ownerId);
  const { way, at: start } = parseCursor(cursor);
  let at = start;
  for (let seen = 0;;) {
    const page = await runs.of(ownerId).latest({ limit, cursor: at });
    const tries = await Promise.all(
      page.items.map((run) => own.ofClientIn(run.id, id)),
    );
    seen += page.items.length;
    const further = page[way];
    // A page without a try of theirs is none to stop at.
    if (
      tries.some(({ length }) => length > 0) || !further || seen >= MOST_RUNS
    ) {
      return {
        items: tries.flat(),
        ...(page.next && { next: `next.${page.next}` }),
        ...(page.previous && { previous: `previous.${page.previous}` }),
      };
    }
    at = further;
  }
}

function parseCursor(
  cursor: string | undefined,
): { way: "next" | "previous"; at: string | undefined } {
  const [, way, at] = cursor?.match(/^(next|previous)\.(.*)$/) ?? [];
  // What is no cursor of ours is refused where it is read.
  return { way: way === "previous" ? way : "next", at: at ?? cursor };
}
