import { newId } from "./ids.ts";
import type { Store } from "./store.ts";
import { rangeWithin } from "./key_range.ts";
import type { Key } from "./keys.ts";
import { MAX_ENTRIES_AT_ONCE } from "./limits.ts";
import { removeRange } from "./remove_range.ts";

const POINTER = "+blob";
const UPLOAD = "+upload";
const CHUNK = "+chunk";
const CHUNK_BYTES = 60_000;
const READS = 10;

/** A whole upload: its chunks never change, so a reader that has them all has one body. */
interface Pointer {
  generation: string;
  size: number;
}

/** Bodies of any size, kept in chunks; a reader sees the old body or the new one, never a mixture. */
export class Blobs {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Keeps the bytes under the key in place of what was there; returns once the new body is the one read. */
  async write(key: readonly string[], bytes: Uint8Array): Promise<void> {
    while (!(await this.#upload(key, bytes)));
    await this.#sweep(key);
  }

  /** The bytes under the key; undefined if there are none. */
  async read(
    key: readonly string[],
  ): Promise<Uint8Array<ArrayBuffer> | undefined> {
    let missing = "";
    for (let i = 0; i < READS; i++) {
      const pointer = asPointer(
        (await this.#store.kv.get([POINTER, ...key])).value,
      );
      if (!pointer) return undefined;
      if (pointer.generation === missing) break;
      const bytes = await this.#join(pointer);
      if (bytes) return bytes;
      missing = pointer.generation;
    }
    throw new Error(
      `The body "${key.join("/")}" cannot be read: parts of it are missing`,
    );
  }

  /** Removes the bytes under the key; nothing happens if there are none. */
  async remove(key: readonly string[]): Promise<void> {
    await this.#store.transact((tx) => tx.delete([POINTER, ...key]));
    await this.#sweep(key);
  }

  // False if another writer of the same key swept this upload away before it was whole.
  async #upload(key: readonly string[], bytes: Uint8Array): Promise<boolean> {
    const generation = newId(this.#store.now());
    const upload = uploadKey(key, generation);
    const batch = this.#store.batch();
    await this.#store.transact((tx) => tx.set(upload, { doomed: false }));
    for (let at = 0, n = 0; at < bytes.length; at += CHUNK_BYTES, n++) {
      await batch.unit((tx) =>
        tx.set([CHUNK, generation, n], bytes.slice(at, at + CHUNK_BYTES))
      );
    }
    await batch.finish();
    const whole = await this.#store.transact(async (tx) => {
      if (isDoomed(await tx.get(upload))) return false;
      tx.set([POINTER, ...key], { generation, size: bytes.length });
      return true;
    });
    if (!whole) await this.#removeChunks(generation);
    return whole;
  }

  async #join(
    { generation, size }: Pointer,
  ): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const keys = Array.from(
      { length: Math.ceil(size / CHUNK_BYTES) },
      (_, n) => [CHUNK, generation, n],
    );
    const bytes = new Uint8Array(size);
    for (
      const [n, { value }] of (await this.#store.kv.getMany(keys)).entries()
    ) {
      if (!(value instanceof Uint8Array)) return undefined;
      bytes.set(value, n * CHUNK_BYTES);
    }
    return bytes;
  }

  // Removes what earlier bodies, and writers that died midway, have left under the key.
  async #sweep(key: readonly string[]): Promise<void> {
    const range = rangeWithin([UPLOAD, nameOf(key)], {});
    for (
      const { key: upload } of await this.#store.kv.list(range, {
        limit: MAX_ENTRIES_AT_ONCE,
      })
    ) {
      await this.#sweepUpload(key, String(upload.at(-1)));
    }
  }

  // The upload is doomed before its chunks go, so that its writer, if it lives, cannot point at it.
  async #sweepUpload(
    key: readonly string[],
    generation: string,
  ): Promise<void> {
    const upload = uploadKey(key, generation);
    const doomed = await this.#store.transact(async (tx) => {
      const pointer = asPointer(await tx.get([POINTER, ...key]));
      if (pointer?.generation === generation) return false;
      tx.set(upload, { doomed: true });
      return true;
    });
    if (!doomed) return;
    await this.#removeChunks(generation);
    await this.#store.transact((tx) => tx.delete(upload));
  }

  #removeChunks(generation: string): Promise<void> {
    return removeRange(this.#store.kv, rangeWithin([CHUNK, generation], {}));
  }
}

function uploadKey(key: readonly string[], generation: string): Key {
  return [UPLOAD, nameOf(key), generation];
}

function nameOf(key: readonly string[]): string {
  return JSON.stringify(key);
}

function isDoomed(upload: unknown): boolean {
  return !(typeof upload === "object" && upload !== null &&
    "doomed" in upload && upload.doomed === false);
}

function asPointer(value: unknown): Pointer | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!("generation" in value) || !("size" in value)) return undefined;
  const { generation, size } = value;
  return typeof generation === "string" && typeof size === "number"
    ? { generation, size }
    : undefined;
}
