import type { CollectionDefinition } from "./definition.ts";
import { Everywhere } from "./everywhere.ts";
import { migrate, type MigrationProgress } from "./migrate.ts";
import { reindex, type ReindexOptions, type ReindexReport } from "./reindex.ts";
import { Scoped } from "./scoped.ts";
import { Shape } from "./shape.ts";
import type { Store } from "./store.ts";

/** Typed records over Deno KV with secondary indexes; one without scopes has the verbs itself. */
export class Collection<T, I extends string = string> extends Scoped<T, I> {
  constructor(store: Store, definition: CollectionDefinition<T, I>) {
    super(store, new Shape<T>(definition), {});
  }

  /** The records of one scope; another scope's ids find nothing there. */
  of(scope: string): Scoped<T, I> {
    if (!this.shape.scoped) {
      throw new RangeError(`${this.shape.name} has no scopes`);
    }
    return new Scoped<T, I>(this.store, this.shape, { scope });
  }

  /** The records of all scopes, read-only: for managers and schedulers. */
  everywhere(): Everywhere<T, I> {
    return new Everywhere<T, I>(this.store, this.shape, { everywhere: true });
  }

  /** Rewrites records of older versions in place; `after` is the cursor that an earlier run came to. */
  migrate(
    options: { after?: string | undefined } = {},
  ): AsyncGenerator<MigrationProgress> {
    return migrate({ store: this.store, shape: this.shape }, options);
  }

  /** Makes the indexes agree with the records: after a change of indexes or a restored backup. */
  reindex(options: ReindexOptions = {}): Promise<ReindexReport> {
    return reindex({ store: this.store, shape: this.shape }, options);
  }
}
