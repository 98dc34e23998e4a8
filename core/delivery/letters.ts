import { catalogueOf } from "../i18n/catalogue.ts";
import type { MailingRun, RunRef } from "../mailings/run.ts";
import { placeholdersIn } from "../messages/placeholders.ts";
import type { Person } from "./block.ts";
import { type Letter, NO_AUTOMATIC_ANSWER, type Recipient } from "./letter.ts";

/** What letters need to know of the site. */
export interface LetterOffice {
  /** The link that ends a client's subscription. */
  unsubscribeUrl(ownerId: string, clientId: string): string;
  /** The name of an owner's mailings, by which mail programs sort them: `mailings.<mark>.<domain>`. */
  listId(ownerId: string): string;
  /** The message id for a recipient of a run: always the same, and telling nothing of either. */
  messageId(run: RunRef, seq: number): string;
}

/** What a letter says and who it is from: a run, or one that is only imagined. */
export type LetterSource = Pick<
  MailingRun,
  "id" | "ownerId" | "text" | "from" | "language"
>;

/** The letter that a run sends to all its recipients. */
export function letterOf(
  run: LetterSource,
  { listId }: Pick<LetterOffice, "listId">,
): Letter {
  const { subject, body } = run.text;
  const hasLink = placeholdersIn(body).includes("unsubscribe");
  const { language = "en" } = run;
  const { unsubscribe } = catalogueOf(language).mails;
  return {
    id: run.id,
    ownerId: run.ownerId,
    kind: "mailing",
    from: { name: run.from.name, address: run.from.address },
    subject,
    body: hasLink
      ? body
      : `${body.trimEnd()}\n\n—\n${unsubscribe} {{unsubscribe}}\n`,
    language,
    fixedHeaders: {
      "Reply-To": run.from.replyTo,
      "List-Id": `<${listId(run.ownerId)}>`,
      "Precedence": "bulk",
      ...NO_AUTOMATIC_ANSWER,
    },
    headers: {
      "List-Unsubscribe": "<{{unsubscribe}}>",
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
}

/** The recipient at a place of a run; the message id is the same on every try. */
export function recipientOf(
  { seq, clientId, email, name }: Person,
  run: LetterSource,
  office: LetterOffice,
): Recipient {
  return {
    address: email,
    name,
    messageId: office.messageId(run, seq),
    values: {
      name,
      email,
      company: run.from.name,
      unsubscribe: office.unsubscribeUrl(run.ownerId, clientId),
    },
  };
}
