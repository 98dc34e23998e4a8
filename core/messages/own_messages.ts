import { Conflict, NotFound } from "../errors.ts";
import { mailingsNamed } from "../in_use.ts";
import { parse } from "../parse.ts";
import { Search } from "../search.ts";
import {
  type CounterName,
  newId,
  type Page,
  type Store,
  type Transaction,
  type Writer,
} from "../storage/mod.ts";
import { wordsOf } from "../text.ts";
import { MailingText, MailingTextInput } from "./message.ts";
import type { MessageRecords } from "./message_records.ts";

/** Which page of the messages is asked for, newest change first. */
export interface MessagesPage {
  /** Each of its words has to begin a word of the subject. */
  search?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** What the messages of one owner need. */
export interface OwnMessagesOptions {
  ownerId: string;
  store: Store;
  records: ReturnType<MessageRecords["of"]>;
  usedIn: (textId: string) => Promise<string[]>;
}

/** The messages of one owner. */
export class OwnMessages {
  readonly #options: OwnMessagesOptions;

  constructor(options: OwnMessagesOptions) {
    this.#options = options;
  }

  /** Adds a message. */
  async create(input: unknown): Promise<MailingText> {
    const values = parse(MailingTextInput, input);
    const { ownerId, store, records } = this.#options;
    const now = store.now();
    const text = {
      id: newId(now),
      ownerId,
      ...values,
      createdAt: now,
      updatedAt: now,
    };
    return await store.transact((tx) => {
      this.#count(tx, 1);
      return records.insert(text, tx);
    });
  }

  /** The message of that id, or `NotFound`. */
  async get(id: string, tx?: Transaction): Promise<MailingText> {
    const text = await this.#options.records.find(id, tx);
    if (!text) throw new NotFound("There is no such message.");
    return text;
  }

  /** The message of that id, if there is one. */
  find(id: string, tx?: Transaction): Promise<MailingText | undefined> {
    return this.#options.records.find(id, tx);
  }

  /** Changes a message; runs that have begun keep the words they began with. */
  async update(id: string, input: unknown): Promise<MailingText> {
    const values = parse(MailingTextInput, input);
    const { store, records } = this.#options;
    return await store.transact(async (tx) => {
      await this.get(id, tx);
      const updatedAt = store.now();
      return await records.update(
        id,
        (text) => ({ ...text, ...values, updatedAt }),
        tx,
      );
    });
  }

  /** Removes a message; `Conflict` while an unfinished mailing is to send it. */
  async remove(id: string): Promise<void> {
    const { store, records, usedIn } = this.#options;
    const { subject } = await this.get(id);
    const mailings = await usedIn(id);
    if (mailings.length > 0) {
      throw new Conflict(
        `The message "${subject}" is used by ${mailingsNamed(mailings)}. ` +
          "Choose another there, or cancel what is no longer to be sent.",
      );
    }
    await store.transact(async (tx) => {
      await this.get(id, tx);
      await records.remove(id, tx);
      this.#count(tx, -1);
    });
  }

  /** Removes all messages, in batches, whatever is to send them. */
  async removeAll(): Promise<void> {
    const { store, records } = this.#options;
    const batch = store.batch();
    for await (const { record } of records.iterate({ batch: 20 })) {
      await batch.unit((tx) => {
        records.discard(record, tx);
        this.#count(tx, -1);
      });
    }
    await batch.finish();
    await store.counters.dropZero(this.#counter);
  }

  /** One page of the messages. */
  list({ search, cursor, limit = 50 }: MessagesPage = {}): Promise<
    Page<MailingText>
  > {
    return this.#options.records.list({
      ...wanted(search),
      reverse: true,
      cursor,
      limit,
    });
  }

  /** How many messages there are. */
  count(): Promise<number> {
    return this.#options.store.counters.get(this.#counter);
  }

  #count(tx: Writer, n: number): void {
    this.#options.store.counters.add(tx, this.#counter, n);
  }

  get #counter(): CounterName {
    return ["messages", this.#options.ownerId];
  }
}

function wanted(text: string | undefined) {
  const search = Search.from(text);
  if (!search) return { index: "byChange" } as const;
  return {
    index: "byWord",
    startsWith: search.lead,
    where: ({ subject }: MailingText) => search.matches(wordsOf(subject)),
  } as const;
}
