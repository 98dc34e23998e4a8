import { z } from "zod";

const LINE_BREAKING = /[\p{Cc}\u2028\u2029]/u;

/** Required text on one line, trimmed; `what` names it in the error's sentence. */
export function singleLine(what: string, max: number): z.ZodType<string> {
  return z.string({ error: `Enter ${what}.` })
    .trim()
    .min(1, { error: `Enter ${what}.` })
    .max(max, { error: `Shorten ${what} to ${max} characters.` })
    .refine((text) => !LINE_BREAKING.test(text), {
      error: `Enter ${what} on one line, without control characters.`,
    });
}

/** The lower-case words of some texts, each once: what a search looks for. */
export function wordsOf(...texts: string[]): string[] {
  const words = texts.join(" ").normalize("NFC").toLowerCase().match(
    /[\p{L}\p{N}]+/gu,
  );
  return [...new Set(words ?? [])];
}
