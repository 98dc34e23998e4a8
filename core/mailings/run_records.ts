import { Collection, type Store } from "../storage/mod.ts";
import { isActive, MailingRun } from "./run.ts";

/** How runs are kept: each owner's apart, found by mailing and while there is work to do. */
export type RunRecords = ReturnType<typeof runRecords>;

/** The collection of all runs. */
export function runRecords(store: Store) {
  return new Collection(store, {
    name: "runs",
    schema: MailingRun,
    version: 1,
    scope: (run) => run.ownerId,
    indexes: {
      byDue: { key: (run) => [run.dueAt.getTime()] },
      byMailing: { key: (run) => [run.mailingId, run.dueAt.getTime()] },
      byActive: {
        global: true,
        key: (run) => isActive(run) ? [run.dueAt.getTime()] : undefined,
      },
      byActiveMailing: {
        key: (run) => isActive(run) ? [run.mailingId] : undefined,
      },
    },
  });
}
