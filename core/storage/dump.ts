import { parse, stringify } from "devalue";
import { Conflict, Invalid } from "../errors.ts";
import type { Key } from "./keys.ts";
import type { Store } from "./store.ts";
import { walk } from "./walk.ts";
import type { Writer } from "./writer.ts";

const FORMAT = "sendoff backup 1";
const EVERYTHING = { start: [new Uint8Array()], end: [true] };
// Rights of processes that run now; they mean nothing in another store.
const LEFT_OUT = new Set<unknown>(["+lease", "+beat"]);

type Line = { format: string } | { key: Key; value: unknown } | {
  entries: number;
};

/** The whole store as lines of text, ready for `load`; what is written meanwhile may be there or not. */
export async function* dump(store: Store): AsyncGenerator<string> {
  yield format({ format: FORMAT });
  const source = {
    kv: store.kv,
    resolve: (entries: Deno.KvEntry<unknown>[]) => entries,
  };
  let entries = 0;
  for await (
    const { item } of walk(source, {
      range: EVERYTHING,
      reverse: false,
      batch: 200,
    })
  ) {
    if (LEFT_OUT.has(item.key[0])) continue;
    entries++;
    yield format({ key: item.key, value: item.value });
  }
  yield format({ entries });
}

/** Fills an empty store with the lines of a `dump`; gives the number of entries. `Conflict` if it is not empty. */
export async function load(
  store: Store,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<number> {
  const [first] = await store.kv.list(EVERYTHING, { limit: 1 });
  if (first) {
    throw new Conflict("The store is not empty. Restore into a new one.");
  }
  const batch = store.batch();
  let entries = 0, number = 0, total: number | undefined;
  for await (const text of lines) {
    const line = parseLine(text, ++number);
    if ("entries" in line) total = line.entries;
    if (!("key" in line)) continue;
    entries++;
    await batch.unit((tx) => restore(tx, line, store.now()));
  }
  await batch.finish();
  if (total !== entries) {
    throw damaged(
      `it ends after ${entries} entries of ${total ?? "an unknown number"}`,
    );
  }
  return entries;
}

function restore(
  tx: Writer,
  { key, value }: { key: Key; value: unknown },
  now: Date,
): void {
  if (value instanceof Deno.KvU64) return tx.sum(key, value.value);
  const expiry = expiryOf(value);
  if (expiry === undefined) return tx.set(key, value);
  if (expiry > now.getTime()) {
    tx.set(key, value, { expireIn: expiry - now.getTime() });
  }
}

// A record says when it expires; see `StoredRecord`.
function expiryOf(value: unknown): number | undefined {
  if (
    typeof value !== "object" || value === null || !("v" in value) ||
    !("e" in value)
  ) return undefined;
  return typeof value.e === "number" ? value.e : undefined;
}

function format(line: Line): string {
  return stringify(line, {
    KvU64: (value) => value instanceof Deno.KvU64 && String(value.value),
  });
}

function parseLine(text: string, number: number): Line {
  let line: unknown;
  try {
    line = parse(text, {
      KvU64: (value: string) => new Deno.KvU64(BigInt(value)),
    });
  } catch {
    throw damaged(`line ${number} cannot be read`);
  }
  if (!isLine(line)) throw damaged(`line ${number} is not what it should be`);
  if (number === 1 && !("format" in line && line.format === FORMAT)) {
    throw damaged(`it does not begin with "${FORMAT}"`);
  }
  return line;
}

function isLine(line: unknown): line is Line {
  if (typeof line !== "object" || line === null) return false;
  if ("key" in line) return Array.isArray(line.key) && "value" in line;
  return "format" in line ||
    ("entries" in line && typeof line.entries === "number");
}

function damaged(how: string): Invalid {
  return new Invalid({
    "":
      `The backup is damaged: ${how}. The store holds a part of it at most; remove it and take another backup.`,
  });
}
