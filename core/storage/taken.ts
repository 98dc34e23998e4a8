import { Conflict } from "../errors.ts";

/** Another record has the same key in a unique index. */
export class Taken extends Conflict {
  /** The collection's name. */
  readonly collection: string;
  /** The unique index's name. */
  readonly index: string;

  constructor(collection: string, index: string) {
    super(`Another record of ${collection} is already there (${index})`);
    this.collection = collection;
    this.index = index;
  }
}
