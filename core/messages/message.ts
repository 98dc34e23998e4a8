import { z } from "zod";
import { singleLine } from "../text.ts";
import { PLACEHOLDERS, unknownPlaceholders } from "./placeholders.ts";

/** Longest body in UTF-16 units: 60,000 bytes at most, so that a record fits one value. */
export const MAX_BODY = 30_000;

const Body = z.string({ error: "Write the message." })
  .transform((text) => text.replaceAll("\r\n", "\n"))
  .pipe(
    z.string()
      .refine((text) => text.trim() !== "", { error: "Write the message." })
      .max(MAX_BODY, {
        error: `Shorten the message to ${
          MAX_BODY.toLocaleString("en")
        } characters.`,
      }),
  );

/** What a person types to write or change a message. */
export const MailingTextInput = z.object({
  subject: singleLine("the subject", 200).superRefine(onlyKnownPlaceholders),
  body: Body.superRefine(onlyKnownPlaceholders),
});
export type MailingTextInput = z.infer<typeof MailingTextInput>;

/** A message: subject and plain text, both with placeholders; belongs to one owner. */
export const MailingText = z.object({
  id: z.string(),
  ownerId: z.string(),
  subject: z.string(),
  body: z.string(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type MailingText = z.infer<typeof MailingText>;

function onlyKnownPlaceholders(text: string, context: z.RefinementCtx): void {
  const unknown = unknownPlaceholders(text);
  if (unknown.length === 0) return;
  const shown = (names: readonly string[]) =>
    names.map((name) => `{{${name}}}`).join(", ");
  context.addIssue({
    code: "custom",
    message: `There is no ${shown(unknown)}. Use ${shown(PLACEHOLDERS)}.`,
  });
}
