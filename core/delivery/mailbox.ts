import { Conflict } from "../errors.ts";
import { Collection, type Store } from "../storage/mod.ts";
import type { Mail } from "./letter.ts";
import { KeptMail, searchWords } from "./kept_mail.ts";
import { MailFolder, type Mails, sourceKey } from "./mail_folder.ts";
import { composeSource } from "./mail_source.ts";

const ACCOUNT = "account";
const PREVIEW = 200;

/** The mails that were kept instead of sent. */
export class Mailbox {
  readonly #store: Store;
  readonly #mails: Mails;

  constructor(store: Store) {
    this.#store = store;
    this.#mails = new Collection(store, {
      name: "mails",
      schema: KeptMail,
      version: 1,
      scope: scopeOf,
      indexes: {
        byTime: { key: (mail) => [mail.at.getTime()] },
        byTo: {
          key: (mail) => [mail.to.address.toLowerCase(), mail.at.getTime()],
        },
        byWord: {
          keys: (mail) =>
            searchWords(mail).map((word) => [word, mail.at.getTime()]),
        },
      },
    });
  }

  /** The mails of one owner's mailings. */
  of(ownerId: string): MailFolder {
    return new MailFolder({
      store: this.#store,
      mails: this.#mails,
      scope: ownerId,
    });
  }

  /** Mail about accounts, all of it or what went to one address. */
  accountMail({ to }: { to?: string } = {}): MailFolder {
    return new MailFolder({
      store: this.#store,
      mails: this.#mails,
      scope: ACCOUNT,
      to,
    });
  }

  /** Keeps a mail; one with the same message id changes nothing. */
  async keep(
    mail: Mail,
    { kind, ownerId }: Pick<KeptMail, "kind" | "ownerId">,
  ): Promise<void> {
    const source = await composeSource(mail);
    const kept: KeptMail = {
      id: mail.messageId,
      ...(ownerId === undefined ? {} : { ownerId }),
      kind,
      from: mail.from,
      to: mail.to,
      subject: mail.subject,
      at: mail.date,
      size: source.length,
      preview: previewOf(mail.text),
    };
    const mails = this.#mails.of(scopeOf(kept));
    if (await mails.find(kept.id)) return;
    await this.#store.blobs.write(sourceKey(scopeOf(kept), kept.id), source);
    try {
      await mails.insert(kept);
    } catch (error) {
      // Another try of the same mail came first.
      if (!(error instanceof Conflict && await mails.find(kept.id))) {
        throw error;
      }
    }
  }
}

function scopeOf(mail: Pick<KeptMail, "kind" | "ownerId">): string {
  if (mail.kind === "account") return ACCOUNT;
  if (mail.ownerId !== undefined) return mail.ownerId;
  throw new RangeError("A mailing's letter names its owner.");
}

function previewOf(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, PREVIEW).toWellFormed();
}
