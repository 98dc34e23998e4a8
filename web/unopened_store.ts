import type { Config } from "../core/config.ts";
import { sentenceOf } from "./or_exit.ts";

/** Why a store could not be opened, and what to look at, in one line. */
export function whyUnopened(
  { kvPath }: Pick<Config, "kvPath">,
  error: unknown,
): string {
  const why = sentenceOf(error).replace(/\.$/, "");
  const where = kvPath ?? "the platform's KV";
  return `The store ${where} cannot be opened: ${why}. ${whatNext(kvPath)}`;
}

function whatNext(kvPath: string | undefined): string {
  if (kvPath === undefined) return "Set KV_PATH, or give the app a database.";
  return /^https?:/.test(kvPath)
    ? "See that the server runs, and check KV_PATH and DENO_KV_ACCESS_TOKEN."
    : "Set KV_PATH to a file that can be read and written here.";
}
