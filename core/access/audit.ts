import { z } from "zod";
import {
  Collection,
  newId,
  type Page,
  type Store,
  type Transaction,
} from "../storage/mod.ts";

const MAX_NOTE = 500;

/** What managers and administrators do to what is not theirs. */
const Act = z.enum([
  "user.blocked",
  "user.unblocked",
  "user.deleted",
  "user.groups_changed",
  "mailing.switched_off",
  "mailing.switched_on",
  "mailing.halted",
  "group.created",
  "group.changed",
  "group.deleted",
]);

/** Who acts, as the journal keeps it: it is still told once the account is gone. */
export const Actor = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
});
export type Actor = z.infer<typeof Actor>;

/** Who did what to whom, and when. */
export const AuditEntry = z.object({
  /** In the order of time. */
  id: z.string(),
  at: z.date(),
  by: Actor,
  act: Act,
  on: z.object({
    kind: z.enum(["user", "mailing", "group"]),
    id: z.string(),
    /** What it was called then. */
    name: z.string(),
    /** Whose it is, where it belongs to somebody. */
    ownerId: z.string().optional(),
  }),
  /** The reason given, or what was changed. */
  note: z.string().optional(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** What is to be written down of an act. */
type Done = Pick<AuditEntry, "by" | "act" | "on"> & {
  note?: string | undefined;
};

/** The journal of what managers and administrators did. */
export class Audit {
  readonly #store: Store;
  readonly #entries: Collection<AuditEntry>;

  constructor(store: Store) {
    this.#store = store;
    this.#entries = new Collection<AuditEntry>(store, {
      name: "audit",
      schema: AuditEntry,
      version: 1,
      indexes: {},
    });
  }

  /** Writes an act down in the transaction that does it, so that neither is without the other. */
  write(tx: Transaction, { by, note, ...done }: Done): void {
    const at = this.#store.now();
    const entry = {
      id: newId(at),
      at,
      by: Actor.parse(by),
      ...done,
      ...(note && { note: note.slice(0, MAX_NOTE) }),
    };
    this.#entries.put(entry, {}, tx);
  }

  /** One page of what was done, the newest first. */
  list(
    { limit = 50, cursor }: {
      limit?: number;
      cursor?: string | undefined;
    } = {},
  ): Promise<Page<AuditEntry>> {
    return this.#entries.list({ reverse: true, limit, cursor });
  }
}
