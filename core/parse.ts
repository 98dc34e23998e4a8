import type { z } from "zod";
import { Invalid } from "./errors.ts";

/**
 * Checks untrusted input against a schema; throws `Invalid` with a sentence for each field.
 * A field inside a group is known by its own name: `startsAt`, not `schedule`.
 */
export function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const field = issue.path.findLast((part) => typeof part === "string");
    fields[field ?? ""] ??= issue.message;
  }
  throw new Invalid(fields);
}
