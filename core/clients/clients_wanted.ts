import { Search } from "../search.ts";
import type { Client } from "./client.ts";
import { wordsOfClient } from "./client_records.ts";

/** A number of clients; `more` if the counting stopped there. */
export type ClientCount = { count: number; more: boolean };

/** How a search is read from the records: by the index of words, or all by name. */
export function wanted(text: string | undefined) {
  const search = Search.from(text);
  if (!search) return { index: "byName", where: undefined } as const;
  return {
    index: "byWord",
    startsWith: search.lead,
    where: (client: Client) => search.matches(wordsOfClient(client)),
  } as const;
}

/** Counts what is found, and stops at a number. */
export async function countUpTo(
  atMost: number,
  found: AsyncIterable<unknown>,
): Promise<ClientCount> {
  let count = 0;
  for await (const _ of found) {
    if (count === atMost) return { count, more: true };
    count++;
  }
  return { count, more: false };
}
