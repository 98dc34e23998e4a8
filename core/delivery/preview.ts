import type { Client } from "../clients/client.ts";
import type { MailingText } from "../messages/message.ts";
import { mailLanguageOf, type User } from "../users/user.ts";
import type { Mail } from "./letter.ts";
import { letterOf, recipientOf } from "./letters.ts";
import { render } from "./render.ts";

/** Who a message is tried on, when, and by whom. */
export interface PreviewOptions {
  owner: Pick<
    User,
    "id" | "name" | "email" | "language" | "mailLanguage"
  >;
  client: Pick<Client, "id" | "email" | "name">;
  /** Stands for the client's own link, which only mails may carry. */
  unsubscribeUrl: string;
  at: Date;
}

/** The mail that a client would get if a run of the message went out now; nothing is sent. */
export function previewOf(
  { id, subject, body }: Pick<MailingText, "id" | "subject" | "body">,
  { owner, client, unsubscribeUrl, at }: PreviewOptions,
): Mail {
  const run = {
    id,
    ownerId: owner.id,
    text: { subject, body },
    language: mailLanguageOf(owner),
    from: { name: owner.name, address: owner.email, replyTo: owner.email },
  };
  const { email, name } = client;
  const person = { seq: 0, clientId: client.id, email, name };
  const office = {
    unsubscribeUrl: () => unsubscribeUrl,
    listId: () => "preview",
    messageId: () => "preview",
  };
  return render(letterOf(run, office), recipientOf(person, run, office), at);
}
