import { CoreError } from "../core/errors.ts";

/** Does what a start needs; if that fails the process ends with one clear line and status 2. */
export async function orExit<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // deno-lint-ignore no-console -- whoever starts the site reads it
    console.error(`sendoff: ${sentenceOf(error)}`);
    Deno.exit(2);
  }
}

/** What went wrong, in our own words or in the first line of another's. */
export function sentenceOf(error: unknown): string {
  if (error instanceof CoreError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n", 1)[0] ?? "";
}
