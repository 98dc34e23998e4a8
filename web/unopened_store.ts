import type { Config } from "../core/config.ts";
import { sentenceOf } from "./or_exit.ts";

/** Why a store could not be opened, and what to look at, in one line. */
export function whyUnopened(
  { kvPath }: Pick<Config, "kvPath">,
  error: unknown,
): string {
  const where = kvPath === undefined ? "the platform's KV" : shown(kvPath);
  const said = sentenceOf(error).replace(/\.$/, "");
  const why = kvPath === undefined ? said : said.replaceAll(kvPath, where);
  return `The store ${where} cannot be opened: ${why}. ${whatNext(kvPath)}`;
}

// A URL may carry a password or a token.
function shown(kvPath: string): string {
  if (!/^https?:/.test(kvPath)) return kvPath;
  return kvPath.replace(/[?#].*$/, "?•••").replace(/\/\/.*@/, "//•••@");
}

function whatNext(kvPath: string | undefined): string {
  if (kvPath === undefined) return "Set KV_PATH, or give the app a database.";
  return /^https?:/.test(kvPath)
    ? "See that the server runs, and check KV_PATH and DENO_KV_ACCESS_TOKEN."
    : "Set KV_PATH to a file that can be read and written here.";
}
