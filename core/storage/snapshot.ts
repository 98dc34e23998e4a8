import { DatabaseSync } from "node:sqlite";

/**
 * Writes the store of a file, as it is at one moment, into another file, whoever writes to it
 * meanwhile. The other file must not be there yet.
 */
export function writeSnapshot(
  { store, into }: { store: string; into: string },
): void {
  // Opened by no other way than SQLite's own, which reads file and log under its locks.
  const database = new DatabaseSync(store, { readOnly: true, timeout: 30_000 });
  try {
    database.prepare("VACUUM INTO ?").run(into);
  } finally {
    database.close();
  }
}
