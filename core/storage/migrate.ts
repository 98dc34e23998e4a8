import { NotFound } from "../errors.ts";
import { rangeWithin } from "./key_range.ts";
import type { Key } from "./keys.ts";
import { cursorAfter, stridesAfter } from "./read_page.ts";
import { Scoped } from "./scoped.ts";
import type { Shape } from "./shape.ts";
import type { Store } from "./store.ts";
import type { Source } from "./walk.ts";

/** How far a migration has come. */
export interface MigrationProgress {
  /** Records looked at since the start. */
  seen: number;
  /** Records that were rewritten. */
  rewritten: number;
  /** From here the migration goes on if it is started again; undefined if there was nothing to see. */
  cursor: string | undefined;
}

interface Migration<T> {
  store: Store;
  shape: Shape<T>;
}

const BATCH = 100;
const AT_ONCE = 16;

/** Rewrites records of older versions in place, batch by batch; it may run beside everything else. */
export async function* migrate<T>(
  migration: Migration<T>,
  { after }: { after?: string | undefined } = {},
): AsyncGenerator<MigrationProgress> {
  const source = recordsOf(migration);
  let seen = 0, rewritten = 0, cursor = after;
  const old: Key[] = [];
  for await (const steps of stridesAfter(source, { after, batch: BATCH })) {
    for (const { key, item } of steps) {
      seen++;
      cursor = cursorAfter(source, key);
      if (item.old) old.push(key);
      if (seen % BATCH !== 0) continue;
      rewritten += await rewriteAll(migration, old.splice(0));
      yield { seen, rewritten, cursor };
    }
  }
  rewritten += await rewriteAll(migration, old);
  yield { seen, rewritten, cursor };
}

function recordsOf<T>(
  { store, shape }: Migration<T>,
): Source<{ old: boolean }> {
  const base = [shape.name];
  const resolve = (entries: Deno.KvEntry<unknown>[]) =>
    entries.map(({ value }) => shape.decode(value));
  return {
    kv: store.kv,
    base,
    range: rangeWithin(base, {}),
    reverse: false,
    resolve,
  };
}

async function rewriteAll<T>(
  migration: Migration<T>,
  keys: Key[],
): Promise<number> {
  for (let i = 0; i < keys.length; i += AT_ONCE) {
    await Promise.all(
      keys.slice(i, i + AT_ONCE).map((key) => rewrite(migration, key)),
    );
  }
  return keys.length;
}

async function rewrite<T>(
  { store, shape }: Migration<T>,
  key: Key,
): Promise<void> {
  const address = key.slice(1).map(String);
  const id = address.at(-1)!;
  const view = shape.scoped ? { scope: address[0]! } : {};
  try {
    await new Scoped(store, shape, view).update(id, (record) => record);
  } catch (error) {
    // Removed or expired since it was listed: nothing is left to rewrite.
    if (!(error instanceof NotFound)) throw error;
  }
}
