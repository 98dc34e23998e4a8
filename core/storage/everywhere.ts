import type { KeyPart } from "./keys.ts";
import { Reader } from "./reader.ts";
import type { Transaction } from "./transaction.ts";

/** The records of all scopes, to be read only: by scope and id, or in the order of a global index. */
export class Everywhere<T, I extends string = string> extends Reader<T, I> {
  /** The record at `[scope, id]` (`[id]` in a collection without scopes), or undefined. */
  find(
    address: readonly [scope: string, id: string] | readonly [id: string],
    tx?: Transaction,
  ): Promise<T | undefined> {
    return this.findAt([this.shape.name, ...address], tx);
  }

  /** The record of that key in a unique, global index, or undefined. */
  findBy(
    index: I,
    key: readonly KeyPart[],
    tx?: Transaction,
  ): Promise<T | undefined> {
    return this.findThrough(index, key, tx);
  }
}
