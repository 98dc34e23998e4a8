import type { MailingAttempt } from "../attempts/attempt.ts";
import type { Attempts } from "../attempts/attempts.ts";
import type { OwnAttempts } from "../attempts/own_attempts.ts";
import type { SkippedClient, SkipReason } from "../attempts/skipped.ts";
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
  /** Why they were passed over, if they were. */
  skipReason?: SkipReason;
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
  const own = attempts.of(ownerId);
  for await (const record of own.iterate(id)) {
    if (record.number === 1) {
      if (first && last) yield await ended(own, recipientOf(first, last), id);
      first = record;
    }
    last = record;
  }
  if (first && last) yield await ended(own, recipientOf(first, last), id);
}

/** Whoever would have been tried again may have been passed over instead. */
async function ended(
  own: OwnAttempts,
  recipient: RunRecipient,
  runId: string,
): Promise<RunRecipient> {
  const { outcome, clientId } = recipient;
  if (outcome !== "deferred" && outcome !== "unknown") return recipient;
  const skip = await own.skipOf(runId, clientId);
  return skip
    ? { ...recipient, outcome: "skipped", skipReason: reasonOf(skip) }
    : recipient;
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
  const own = attempts.of(ownerId);
  do {
    const page = await own
      .skippedIn(id, { limit: BATCH, cursor });
    for (const client of page.items) {
      const { clientId, email, name, plannedIn } = client;
      // Whoever was tried has been told of already.
      const wasTried = plannedIn !== undefined &&
        (await own.ofClientIn(id, clientId)).length > 0;
      if (wasTried) continue;
      const skipReason = reasonOf(client);
      const person = { clientId, email, name };
      yield { ...person, outcome: "skipped", skipReason, tries: 0, reply: "" };
    }
    cursor = page.next;
  } while (cursor);
}

function reasonOf({ reason = "unsubscribed" }: SkippedClient): SkipReason {
  return reason;
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
