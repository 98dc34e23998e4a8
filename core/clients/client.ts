import { z } from "zod";
import { EmailAddress } from "../email_address.ts";
import { singleLine } from "../text.ts";

const MAX_COMMENT = 2_000;

/** What a person types to add or change a client. */
export const ClientInput = z.object({
  name: singleLine("the client's full name", 200),
  email: EmailAddress,
  comment: z.string().trim().max(MAX_COMMENT, {
    error: `Shorten the comment to ${MAX_COMMENT} characters.`,
  }).default(""),
});
export type ClientInput = z.infer<typeof ClientInput>;

/** A person who receives mail; belongs to one owner. */
export const Client = z.object({
  id: z.string(),
  ownerId: z.string(),
  email: z.string(),
  name: z.string(),
  comment: z.string(),
  /** When the person asked for no more mail; such a client is skipped by every run. */
  unsubscribedAt: z.date().optional(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type Client = z.infer<typeof Client>;

/** Whether a client gets mail. */
export function isSubscribed({ unsubscribedAt }: Client): boolean {
  return unsubscribedAt === undefined;
}
