import { z } from "zod";
import { wordsOf } from "../text.ts";

const MailAddress = z.object({ name: z.string(), address: z.string() });

/** A mail kept in the mailbox; its source lies beside it. */
export const KeptMail = z.object({
  /** The message id. */
  id: z.string(),
  /** Whose mailing it came from; mail about an account has no owner. */
  ownerId: z.string().optional(),
  kind: z.enum(["mailing", "account"]),
  from: MailAddress,
  to: MailAddress,
  subject: z.string(),
  at: z.date(),
  /** Of the source, in bytes. */
  size: z.number(),
  /** How the text begins. */
  preview: z.string(),
});
export type KeptMail = z.infer<typeof KeptMail>;

const MOST_WORDS = 50;

/** The words by which a mail is found; those of the address are always among them. */
export function searchWords(mail: KeptMail): string[] {
  return wordsOf(mail.to.address, mail.to.name, mail.subject).slice(
    0,
    MOST_WORDS,
  );
}
