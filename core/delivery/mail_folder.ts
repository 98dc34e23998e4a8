import { NotFound } from "../errors.ts";
import type { Collection, Page, Store } from "../storage/mod.ts";
import { wordsOf } from "../text.ts";
import { type KeptMail, searchWords } from "./kept_mail.ts";
import { type ReadMail, readSource } from "./mail_source.ts";

/** The kept mails and the ways to find them. */
export type Mails = Collection<KeptMail, "byTime" | "byTo" | "byWord">;

/** Which mails of a folder, the newest first. */
export interface MailQuery {
  /** An address, or words each of which is in the subject or in the recipient's name or address. */
  search?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** What a folder is cut out of the mailbox by. */
export interface FolderOptions {
  store: Store;
  mails: Mails;
  scope: string;
  /** Only mail to this address. */
  to?: string | undefined;
}

/** Where to look, and which words are to be there besides. */
interface Lookup {
  index: "byTime" | "byTo" | "byWord";
  prefix: string[];
  words: string[];
}

/** Mails looked through for one page of a search, so that a rare word cannot hold up the store. */
const MOST_LOOKED_AT = 2_000;

/** The part of the mailbox that one person may read. */
export class MailFolder {
  readonly #store: Store;
  readonly #mails: ReturnType<Mails["of"]>;
  readonly #scope: string;
  readonly #to: string | undefined;

  constructor({ store, mails, scope, to }: FolderOptions) {
    this.#store = store;
    this.#mails = mails.of(scope);
    this.#scope = scope;
    this.#to = to?.toLowerCase();
  }

  /** A page of mails; a page of a search may be short, even empty, and yet have a next one. */
  async list(
    { search = "", cursor, limit }: MailQuery,
  ): Promise<Page<KeptMail>> {
    const { index, prefix, words } = lookupOf(
      search.trim().toLowerCase(),
      this.#to,
    );
    const range = { index, prefix, reverse: true };
    if (words.length === 0) {
      return await this.#mails.list({ ...range, limit, cursor });
    }
    const items: KeptMail[] = [];
    let lookedAt = 0;
    for await (
      const { record, cursor: here } of this.#mails.iterate({
        ...range,
        after: cursor,
      })
    ) {
      const found = searchWords(record);
      if (words.every((word) => found.includes(word))) items.push(record);
      if (items.length === limit || ++lookedAt === MOST_LOOKED_AT) {
        return { items, next: here };
      }
    }
    return { items };
  }

  /** One mail, or `NotFound` when it is not in this folder. */
  async get(id: string): Promise<KeptMail> {
    const mail = await this.#mails.find(id);
    const isHere = this.#to === undefined ||
      mail?.to.address.toLowerCase() === this.#to;
    if (mail === undefined || !isHere) {
      throw new NotFound("There is no such mail.");
    }
    return mail;
  }

  /** The RFC 822 source of a mail. */
  async source(id: string): Promise<Uint8Array> {
    const mail = await this.get(id);
    const source = await this.#store.blobs.read(
      sourceKey(this.#scope, mail.id),
    );
    if (source === undefined) {
      throw new NotFound("The source of this mail is not kept any more.");
    }
    return source;
  }

  /** A mail as a mail program shows it. */
  async read(id: string): Promise<ReadMail> {
    return await readSource(await this.source(id));
  }

  /** Removes every mail of the folder. */
  async removeAll(): Promise<void> {
    const range = this.#to === undefined
      ? {}
      : { index: "byTo" as const, prefix: [this.#to] };
    for await (const { record } of this.#mails.iterate(range)) {
      // The source goes first: the record is what leads to it when this is cut short.
      await this.#store.blobs.remove(sourceKey(this.#scope, record.id));
      await this.#mails.remove(record.id).catch(unlessGone);
    }
  }
}

/** Where the source of a mail lies. */
export function sourceKey(scope: string, id: string): string[] {
  return ["mails", scope, id];
}

function unlessGone(error: unknown): void {
  if (!(error instanceof NotFound)) throw error;
}

function lookupOf(search: string, to: string | undefined): Lookup {
  const words = wordsOf(search);
  if (to !== undefined) return { index: "byTo", prefix: [to], words };
  if (/^[^\s@]+@[^\s@]+$/.test(search)) {
    return { index: "byTo", prefix: [search], words: [] };
  }
  const [rarest, ...others] = words.sort((a, b) => b.length - a.length);
  if (rarest === undefined) return { index: "byTime", prefix: [], words: [] };
  return { index: "byWord", prefix: [rarest], words: others };
}
