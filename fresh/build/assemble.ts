import type { BuiltFile, Island, Snapshot } from "../snapshot.ts";

/** A script by file name, with the scripts it imports. */
export interface Entry {
  script: string;
  imports: string[];
}

/** A file to serve: where it is published, and where its bytes are. */
export interface PublishedFile {
  path: string;
  hash: string;
  immutable: boolean;
  source: Uint8Array<ArrayBuffer> | URL;
}

/** What a build found and made, with the app's modules loaded. */
export interface Parts {
  buildId: string;
  mode: "development" | "production";
  root: string;
  routes: Snapshot["routes"];
  islands: { exports: Record<string, unknown>; entry: Entry }[];
  boot: Entry | undefined;
  files: PublishedFile[];
}

/** The public path of a built script: it changes with the build. */
export function scriptPath(buildId: string, script: string): string {
  return `/_fresh/js/${buildId}/${script}`;
}

/** Makes the snapshot an app works with. */
export function assemble({ islands, boot, files, ...parts }: Parts): Snapshot {
  const at = (script: string) => scriptPath(parts.buildId, script);
  const published = ({ script, imports }: Entry) => ({
    module: at(script),
    preload: imports.map(at),
  });
  const known = new Map<unknown, Island>();
  for (const { exports, entry } of islands) {
    for (const [name, component] of Object.entries(exports)) {
      if (typeof component === "function") {
        known.set(component, { name, ...published(entry) });
      }
    }
  }
  return {
    ...parts,
    islands: known,
    boot: published(boot ?? { script: "boot.js", imports: [] }),
    files: new Map(files.map((file) => [file.path, builtFile(file)])),
  };
}

function builtFile({ hash, immutable, source }: PublishedFile): BuiltFile {
  const read = source instanceof URL
    ? () => Deno.readFile(source)
    : () => Promise.resolve(source);
  return { hash, immutable, read };
}
