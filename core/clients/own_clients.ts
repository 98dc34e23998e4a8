import { Conflict, Invalid, NotFound } from "../errors.ts";
import { inGroups } from "../in_groups.ts";
import { mailingsNamed } from "../in_use.ts";
import { parse } from "../parse.ts";
import { Search } from "../search.ts";
import {
  newId,
  type Page,
  type Store,
  type Streamed,
  type StreamOptions,
  type Transaction,
} from "../storage/mod.ts";
import { Addresses } from "./addresses.ts";
import { Client, ClientInput, isSubscribed } from "./client.ts";
import { ClientChanges } from "./client_changes.ts";
import { ClientCounts } from "./client_counts.ts";
import type { ClientRecords } from "./client_records.ts";
import { type ClientCount, countUpTo, wanted } from "./clients_wanted.ts";
import { importClients, type Imported } from "./import_clients.ts";
import { removeClients } from "./remove_clients.ts";
import type { Suppressions } from "./suppressions.ts";

/** Which clients are asked for: all of them, or those with words that begin like the search's. */
export interface ClientsWanted {
  search?: string | undefined;
}

/** Whom a mailing would go to: all clients, those that match, or those of the ids. */
export interface RecipientsWanted extends ClientsWanted {
  ids?: Iterable<string> | AsyncIterable<string> | undefined;
  /** Where the counting of a search or of ids stops. */
  atMost: number;
}

/** Which page of the clients is asked for, in the order of their names. */
export interface ClientsPage extends ClientsWanted {
  cursor?: string | undefined;
  limit?: number | undefined;
  reverse?: boolean | undefined;
}

/** Where a stream of clients begins, and how many are read at once. */
export type ClientStream = Pick<StreamOptions<Client>, "after" | "batch">;

/** Clients of a list that are read at the same time. */
const AT_ONCE = 100;

/** The clients of one owner. */
export class OwnClients {
  readonly #ownerId: string;
  readonly #store: Store;
  readonly #counts: ClientCounts;
  readonly #records: ReturnType<ClientRecords["of"]>;
  readonly #addresses: Addresses;
  readonly #changes: ClientChanges;
  readonly #suppressions: Suppressions;
  readonly #usedIn: (clientId: string) => Promise<string[]>;

  constructor({ ownerId, store, records, suppressions, usedIn }: {
    ownerId: string;
    store: Store;
    records: ReturnType<ClientRecords["of"]>;
    suppressions: Suppressions;
    usedIn: (clientId: string) => Promise<string[]>;
  }) {
    this.#ownerId = ownerId;
    this.#store = store;
    this.#counts = new ClientCounts(store, ownerId);
    this.#records = records;
    this.#addresses = new Addresses(store);
    this.#changes = new ClientChanges(store);
    this.#suppressions = suppressions;
    this.#usedIn = usedIn;
  }

  /** Adds a client; `Invalid` if the address is already among the owner's clients. */
  async create(input: unknown): Promise<Client> {
    const values = parse(ClientInput, input);
    return await this.#store.transact(async (tx) => {
      await this.#assertNew(values.email, tx);
      const client = await this.#suppressions.admit(
        newClient(values, this.#ownerId, this.#store.now()),
        tx,
      );
      this.#counts.came(tx, [client]);
      await this.#addresses.add(client.email, tx);
      return await this.#records.insert(client, tx);
    });
  }

  /** Adds many clients at once and leaves those alone whose addresses are there already. */
  async createMany(inputs: readonly unknown[]): Promise<Imported> {
    const clients = inputs.map((input) =>
      newClient(parse(ClientInput, input), this.#ownerId, this.#store.now())
    );
    return await importClients(clients, {
      store: this.#store,
      records: this.#records,
      addresses: this.#addresses,
      suppressions: this.#suppressions,
      counts: this.#counts,
    });
  }

  /** The client of that id, or `NotFound`. */
  async get(id: string, tx?: Transaction): Promise<Client> {
    const client = await this.#records.find(id, tx);
    if (!client) throw new NotFound("There is no such client.");
    return client;
  }

  /** The client of that id, if there is one. */
  find(id: string, tx?: Transaction): Promise<Client | undefined> {
    return this.#records.find(id, tx);
  }

  /** Those of the ids that belong to clients of this owner. */
  async known(ids: readonly string[]): Promise<string[]> {
    const clients = await Promise.all(ids.map((id) => this.#records.find(id)));
    return clients.filter((client) => client !== undefined)
      .map((client) => client.id);
  }

  /** Changes what a person typed about a client. */
  async update(id: string, input: unknown): Promise<Client> {
    const values = parse(ClientInput, input);
    return await this.#store.transact(async (tx) => {
      const client = await this.get(id, tx);
      if (client.email !== values.email) {
        await this.#assertNew(values.email, tx);
        await this.#addresses.remove(client.email, tx);
        await this.#addresses.add(values.email, tx);
        this.#changes.note(tx, client);
        return await this.#move(client, values, tx);
      }
      return await this.#change(id, values, tx);
    });
  }

  /** Notes when a client asked for no more mail, or with `undefined` that they want it again. */
  async setUnsubscribed(id: string, at: Date | undefined): Promise<Client> {
    return await this.#store.transact(async (tx) => {
      const before = await this.get(id, tx);
      const after = await this.#change(id, { unsubscribedAt: at }, tx);
      this.#counts.changed(tx, { before, after });
      this.#changes.note(tx, after);
      this.#suppressions.note(after, tx);
      return after;
    });
  }

  /** Removes a client; `Conflict` while an unfinished mailing has chosen them. */
  async remove(id: string): Promise<void> {
    const { name } = await this.get(id);
    const mailings = await this.#usedIn(id);
    if (mailings.length > 0) {
      throw new Conflict(
        `${name} is among the clients chosen for ${mailingsNamed(mailings)}. ` +
          "Choose others there, or cancel what is no longer to be sent.",
      );
    }
    await this.#store.transact(async (tx) => {
      const client = await this.get(id, tx);
      await this.#records.remove(id, tx);
      await this.#addresses.remove(client.email, tx);
      this.#counts.gone(tx, client);
      this.#changes.note(tx, client);
      this.#suppressions.gone(client, tx);
    });
  }

  /** Removes all clients, in batches, whatever has chosen them. */
  async removeAll(): Promise<void> {
    await removeClients({
      store: this.#store,
      records: this.#records,
      addresses: this.#addresses,
      counts: this.#counts,
    });
    await this.#changes.removeAll(this.#ownerId);
    await this.#suppressions.removeAll();
  }

  /** One page of the clients. */
  async list(
    { search, cursor, limit = 50, reverse = false }: ClientsPage = {},
  ): Promise<Page<Client>> {
    return await this.#records.list({
      ...wanted(search),
      cursor,
      limit,
      reverse,
    });
  }

  /**
   * All clients that match one after another, by id: a change of name or address meanwhile
   * neither repeats nor hides one. Goes on after the cursor of one that was seen.
   */
  iterate(
    { search }: ClientsWanted,
    start: ClientStream = {},
  ): AsyncIterable<Streamed<Client>> {
    const { where } = wanted(search);
    return this.#records.iterate({ ...start, where });
  }

  /** The same as they are read, a batch at a time: cheaper where there are many. */
  batches(
    { search }: ClientsWanted,
    start: ClientStream = {},
  ): AsyncIterable<Streamed<Client>[]> {
    const { where } = wanted(search);
    return this.#records.batches({ ...start, where });
  }

  /** How many clients there are. */
  count(): Promise<number>;
  /** How many clients match; the counting of a search stops at `atMost`. */
  count(wanted: ClientsWanted & { atMost: number }): Promise<ClientCount>;
  async count(
    filter?: ClientsWanted & { atMost: number },
  ): Promise<number | ClientCount> {
    if (!filter) return await this.#counts.all();
    if (!Search.from(filter.search)) {
      return { count: await this.#counts.all(), more: false };
    }
    const found = this.#records.iterate(wanted(filter.search));
    return await countUpTo(filter.atMost, found);
  }

  /** How many of those meant would get mail: whoever unsubscribed is left out. */
  async countRecipients(
    { search, ids, atMost }: RecipientsWanted,
  ): Promise<ClientCount> {
    if (ids) return await countUpTo(atMost, this.#subscribedAmong(ids));
    if (!Search.from(search)) {
      return { count: await this.#counts.recipients(), more: false };
    }
    const { where, ...range } = wanted(search);
    const found = this.#records.iterate({
      ...range,
      where: (client) => isSubscribed(client) && (!where || where(client)),
    });
    return await countUpTo(atMost, found);
  }

  async *#subscribedAmong(
    ids: Iterable<string> | AsyncIterable<string>,
  ): AsyncGenerator<Client> {
    for await (const some of inGroups(ids, AT_ONCE)) {
      yield* await this.#subscribedOf(some);
    }
  }

  async #subscribedOf(ids: readonly string[]): Promise<Client[]> {
    const clients = await Promise.all(ids.map((id) => this.#records.find(id)));
    return clients.filter((client) => client !== undefined)
      .filter(isSubscribed);
  }

  /** Gives a client another address, whose holder may have left before. */
  async #move(
    before: Client,
    values: ClientInput,
    tx: Transaction,
  ): Promise<Client> {
    const after = await this.#suppressions.admit({ ...before, ...values }, tx);
    const { unsubscribedAt } = after;
    this.#counts.changed(tx, { before, after });
    return await this.#change(before.id, { ...values, unsubscribedAt }, tx);
  }

  #change(
    id: string,
    values: Partial<Client>,
    tx: Transaction,
  ): Promise<Client> {
    const updatedAt = this.#store.now();
    return this.#records.update(
      id,
      (client) => ({ ...client, ...values, updatedAt }),
      tx,
    );
  }

  async #assertNew(email: string, tx: Transaction): Promise<void> {
    const taken = await this.#records.findBy("byEmail", [email], tx);
    if (taken) {
      throw new Invalid({ email: `${email} is already among your clients.` });
    }
  }
}

function newClient(values: ClientInput, ownerId: string, now: Date): Client {
  return { id: newId(now), ownerId, ...values, createdAt: now, updatedAt: now };
}
