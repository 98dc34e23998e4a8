import { z } from "zod";
import { Invalid } from "../errors.ts";
import { inGroups } from "../in_groups.ts";
import { Collection, newId, type Store } from "../storage/mod.ts";
import { NOBODY_CHOSEN } from "./mailing.ts";

// How many clients are looked up at once before they are written.
const AT_ONCE = 500;

const AudienceMember = z.object({
  ownerId: z.string(),
  listId: z.string(),
  clientId: z.string(),
});

/** What the lists need from the rest of the core. */
export interface AudiencesOptions {
  store: Store;
  /** Those of the ids that belong to clients of the owner. */
  knownClients: (ownerId: string, ids: readonly string[]) => Promise<string[]>;
}

/** Ids of clients, in any number. */
export type ClientIds = Iterable<string> | AsyncIterable<string>;

/** Lists of clients chosen one by one; a list never changes once it is written. */
export class Audiences {
  readonly #options: AudiencesOptions;
  readonly #members: ReturnType<typeof memberRecords>;

  constructor(options: AudiencesOptions) {
    this.#options = options;
    this.#members = memberRecords(options.store);
  }

  /** Writes a new list of those that are the owner's clients; `Invalid` if none is. */
  async write(
    ownerId: string,
    clientIds: ClientIds,
  ): Promise<{ listId: string; count: number }> {
    const { store } = this.#options;
    const listId = newId(store.now());
    const members = this.#members.of(ownerId);
    const batch = store.batch();
    let count = 0;
    for await (const clientId of this.#known(ownerId, clientIds)) {
      await batch.unit((tx) =>
        members.put({ ownerId, listId, clientId }, {}, tx)
      );
      count++;
    }
    await batch.finish();
    if (count === 0) throw new Invalid({ audience: NOBODY_CHOSEN });
    return { listId, count };
  }

  /** The ids of a list's clients one after another; goes on after the cursor of one. */
  async *iterate(
    ownerId: string,
    listId: string,
    { after }: { after?: string | undefined } = {},
  ): AsyncGenerator<{ clientId: string; cursor: string }> {
    const list = this.#members.of(ownerId).iterate({
      ...inList(listId),
      after,
    });
    for await (const member of list) {
      yield {
        clientId: member.record.clientId,
        get cursor() {
          return member.cursor;
        },
      };
    }
  }

  /** Removes a list, in batches; nothing happens if there is none. */
  async remove(ownerId: string, listId: string): Promise<void> {
    const members = this.#members.of(ownerId);
    const batch = this.#options.store.batch();
    for await (const { record } of members.iterate(inList(listId))) {
      await batch.unit((tx) => members.discard(record, tx));
    }
    await batch.finish();
  }

  /** The lists that hold a client, those of no mailing any more among them. */
  async *listsWith(ownerId: string, clientId: string): AsyncGenerator<string> {
    const members = this.#members.of(ownerId)
      .iterate({ index: "byClient", prefix: [clientId] });
    for await (const { record } of members) yield record.listId;
  }

  async *#known(ownerId: string, ids: ClientIds): AsyncGenerator<string> {
    const { knownClients } = this.#options;
    for await (const some of inGroups(eachOnce(ids), AT_ONCE)) {
      yield* await knownClients(ownerId, some);
    }
  }
}

async function* eachOnce(ids: ClientIds): AsyncGenerator<string> {
  const seen = new Set<string>();
  for await (const id of ids) {
    if (seen.has(id)) continue;
    seen.add(id);
    yield id;
  }
}

function memberRecords(store: Store) {
  return new Collection(store, {
    name: "audience_members",
    schema: AudienceMember,
    version: 1,
    id: ({ listId, clientId }) => `${listId}.${clientId}`,
    scope: (member) => member.ownerId,
    indexes: {
      byClient: { key: ({ clientId, listId }) => [clientId, listId] },
    },
  });
}

// A member's id begins with its list's; no id holds the dot that ends it.
function inList(listId: string) {
  return { startsWith: `${listId}.` };
}
