import { Invalid } from "../errors.ts";
import type { CollectionDefinition, IndexDefinition } from "./definition.ts";
import type { Key } from "./keys.ts";

/** How a record lies in the database. */
export interface StoredRecord {
  /** Version of the schema it was written under. */
  v: number;
  /** The record. */
  r: unknown;
  /** When it expires, in milliseconds since 1970; for the restoring of a backup. */
  e?: number;
}

/** A record as read, and whether it was written under an older version. */
export interface ReadRecord<T> {
  record: T;
  old: boolean;
}

/** A definition made ready: where records lie and how they are written and read. */
export class Shape<T> {
  readonly name: string;
  readonly indexes: ReadonlyMap<string, IndexDefinition<T>>;
  readonly #definition: CollectionDefinition<T>;

  constructor(definition: CollectionDefinition<T>) {
    this.#definition = definition;
    this.name = definition.name;
    this.indexes = new Map(
      Object.entries<IndexDefinition<T>>(definition.indexes ?? {}),
    );
    for (const name of [this.name, ...this.indexes.keys()]) {
      // "/" and the signs in front of other kinds of keys must not occur.
      if (!/^[a-z][\w-]*$/i.test(name)) {
        throw new RangeError(`"${name}" cannot name a collection or an index`);
      }
    }
  }

  /** True if every record belongs to a scope. */
  get scoped(): boolean {
    return this.#definition.scope !== undefined;
  }

  /** The schema version that the code knows. */
  get version(): number {
    return this.#definition.version;
  }

  /** The record's scope, if the collection has scopes, and its id. */
  address(record: T): [id: string] | [scope: string, id: string] {
    const { id = idField, scope } = this.#definition;
    return scope ? [scope(record), id(record)] : [id(record)];
  }

  /** Where the record lies. */
  keyOf(record: T): Key {
    return [this.name, ...this.address(record)];
  }

  /** The index of that name. */
  index(name: string): IndexDefinition<T> {
    const index = this.indexes.get(name);
    if (!index) throw new RangeError(`${this.name} has no index "${name}"`);
    return index;
  }

  /** The instant from which the record counts as absent. */
  expiresAt(record: T): Date | undefined {
    return this.#definition.expiresAt?.(record);
  }

  /** The record as its schema gives it back, or `Invalid`. */
  parse(record: T): T {
    const result = this.#definition.schema.safeParse(record);
    if (result.success) return result.data;
    const fields: Record<string, string> = {};
    for (const issue of result.error.issues) {
      fields[issue.path.join(".")] ??= issue.message;
    }
    throw new Invalid(fields);
  }

  /** The record as it is stored. */
  encode(record: T): StoredRecord {
    const stored: StoredRecord = { v: this.version, r: record };
    const expiry = this.expiresAt(record);
    if (expiry) stored.e = expiry.getTime();
    return stored;
  }

  /** The record as the code knows it, upgraded if it was written under an older version. */
  decode(value: unknown): ReadRecord<T> {
    if (!isStored(value)) {
      throw new Error(`${this.name} holds a value that is no record`);
    }
    if (value.v > this.version) throw this.#newer(value.v);
    let record = value.r;
    for (let version = value.v; version < this.version; version++) {
      record = this.#upgrade(version)(record);
    }
    // Records were parsed when they were written; parsing again at every read would cost too much.
    return { record: record as T, old: value.v < this.version };
  }

  #upgrade(version: number): (old: unknown) => unknown {
    const upgrade = this.#definition.upgrades?.[version];
    if (!upgrade) {
      throw new Error(`${this.name} has no upgrade from version ${version}`);
    }
    return upgrade;
  }

  #newer(version: number): Error {
    return new Error(
      `A record of ${this.name} has version ${version}, but this program knows versions up to ${this.version}. Run the newer program; nothing was changed.`,
    );
  }
}

function isStored(value: unknown): value is StoredRecord {
  return typeof value === "object" && value !== null && "v" in value &&
    "r" in value &&
    typeof value.v === "number";
}

function idField(record: unknown): string {
  if (
    typeof record === "object" && record !== null && "id" in record &&
    typeof record.id === "string"
  ) {
    return record.id;
  }
  throw new RangeError(
    "A record without a text `id` needs the definition's `id` function",
  );
}
