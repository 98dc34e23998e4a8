import type { MailingAttempt } from "../attempts/attempt.ts";
import type { Attempts } from "../attempts/attempts.ts";
import type { RunRef } from "../mailings/run.ts";
import type { Backlog } from "./backlog.ts";

const BATCH = 200;

/** One recipient of a run and what became of them so far. */
export interface RunRecipient extends
  Pick<
    MailingAttempt,
    "clientId" | "email" | "name" | "reason"
  > {
  /** How the last try ended; waiting or claimed before the first, skipped without any. */
  outcome: MailingAttempt["outcome"] | "waiting" | "claimed" | "skipped";
  tries: number;
  /** The answer to the last try; empty without one. */
  reply: string;
  firstAt?: Date;
  lastAt?: Date;
}

/**
 * All recipients of a run one after another: those tried in the order of the run, then those
 * who still wait, then those skipped. While the run goes on, whoever is tried between the two
 * readings may be missing; afterwards everybody is there once.
 */
export async function* recipientsOf(
  { attempts, backlog }: { attempts: Attempts; backlog: Backlog },
  run: RunRef,
): AsyncGenerator<RunRecipient> {
  yield* tried(attempts, run);
  yield* untried(backlog, run);
  yield* skipped(attempts, run);
}

async function* tried(
  attempts: Attempts,
  { id, ownerId }: RunRef,
): AsyncGenerator<RunRecipient> {
  let first: MailingAttempt | undefined;
  let last: MailingAttempt | undefined;
  for await (const record of attempts.of(ownerId).iterate(id)) {
    if (record.number === 1) {
      if (first && last) yield recipientOf(first, last);
      first = record;
    }
    last = record;
  }
  if (first && last) yield recipientOf(first, last);
}

async function* untried(
  backlog: Backlog,
  run: RunRef,
): AsyncGenerator<RunRecipient> {
  for await (const entry of backlog.iterate(run)) {
    const { clientId, email, name, tries, claim, reply = "" } = entry;
    // Whoever was tried has been told of already.
    if (tries > 0) continue;
    const outcome = claim === undefined ? "waiting" : "claimed";
    yield { clientId, email, name, outcome, tries, reply };
  }
}

async function* skipped(
  attempts: Attempts,
  { id, ownerId }: RunRef,
): AsyncGenerator<RunRecipient> {
  let cursor: string | undefined;
  do {
    const page = await attempts.of(ownerId)
      .skippedIn(id, { limit: BATCH, cursor });
    for (const { clientId, email, name } of page.items) {
      yield { clientId, email, name, outcome: "skipped", tries: 0, reply: "" };
    }
    cursor = page.next;
  } while (cursor);
}

function recipientOf(
  first: MailingAttempt,
  last: MailingAttempt,
): RunRecipient {
  const { clientId, email, name, outcome, number, reply, reason } = last;
  return {
    clientId,
    email,
    name,
    outcome,
    tries: number,
    reply,
    ...(reason && { reason }),
    firstAt: first.at,
    lastAt: last.at,
  };
}
