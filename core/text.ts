import { z } from "zod";

const LINE_BREAKING = /[\p{Cc}\u2028\u2029]/u;
/** Turn what stands after them around, beyond the end of the name that holds them. */
const TURNS_AROUND = /[\u202A-\u202E\u2066-\u2069]/g;

/** Required text on one line, trimmed and without marks that turn text around; `what` names it in the error's sentence. */
export function singleLine(what: string, max: number): z.ZodType<string> {
  return z.string({ error: `Enter ${what}.` })
    .overwrite((text) => text.replace(TURNS_AROUND, ""))
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
