import type * as esbuild from "esbuild";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { denoImports } from "./deno_imports.ts";
import type { Entry } from "./assemble.ts";
import { hashOf, type Project, type SourceFile } from "./project.ts";
import { runEsbuild } from "./run_esbuild.ts";

/** The browser's side of a build. */
export interface Bundle {
  buildId: string;
  /** Scripts by file name. */
  scripts: Map<string, Uint8Array<ArrayBuffer>>;
  /** By source file, and the one that wakes the islands under BOOT. */
  entries: Map<string, Entry>;
}

/** The entry that wakes the islands. */
export const BOOT: string = fileURLToPath(
  new URL("../client/boot.ts", import.meta.url),
);

const ISLAND = "fresh-island:";

/** Bundles the islands for browsers; what they share goes into a chunk of its own. */
export async function bundleIslands(
  project: Project,
  mode: "development" | "production",
): Promise<Bundle> {
  const seeds = project.statics.map(({ path, hash }) => `${path} ${hash} `);
  if (project.islands.length === 0) {
    return {
      buildId: hashOf(...seeds),
      scripts: new Map(),
      entries: new Map(),
    };
  }
  const { outputFiles, metafile } = await runEsbuild(
    await optionsFor(project, mode),
  );
  const scripts = outputFiles.map((
    { path, contents },
  ): [string, Uint8Array<ArrayBuffer>] => [
    basename(path),
    new Uint8Array(contents),
  ]);
  const buildId = hashOf(...seeds, ...scripts.flat());
  return {
    buildId,
    scripts: new Map(scripts),
    entries: entriesOf(project, metafile),
  };
}

async function optionsFor({ root, islands }: Project, mode: string) {
  return {
    absWorkingDir: root,
    bundle: true,
    charset: "utf8",
    chunkNames: "chunk-[hash]",
    define: { "process.env.NODE_ENV": JSON.stringify(mode) },
    entryPoints: Object.fromEntries([
      ["boot", BOOT],
      ...islands.map((
        island,
        index,
      ) => [nameOf(island, index), ISLAND + island.file]),
    ]),
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    logLevel: "silent",
    minify: mode === "production",
    outdir: join(root, "client"),
    platform: "browser",
    plugins: [islandEntries(), await denoImports(root, { packages: "bundle" })],
    splitting: true,
    target: "es2022",
  } as const satisfies esbuild.BuildOptions;
}

function nameOf({ path }: SourceFile, index: number): string {
  return `${basename(path).replace(/\.[^.]+$/, "")}-${index}`;
}

/** Every island's script also imports the boot script, so that one chunk holds what all share. */
function islandEntries(): esbuild.Plugin {
  return {
    name: "island-entries",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^fresh-island:/ }, ({ path }) => ({
        path: path.slice(ISLAND.length),
        namespace: "fresh-island",
      }));
      onLoad({ filter: /.*/, namespace: "fresh-island" }, ({ path }) => ({
        contents: `import ${JSON.stringify(BOOT)};
          import * as island from ${JSON.stringify(path)};
          export { island };`,
        resolveDir: dirname(path),
      }));
    },
  };
}

function entriesOf(
  { islands }: Project,
  { outputs }: esbuild.Metafile,
): Map<string, Entry> {
  const names = new Map(
    islands.map((island, index) => [nameOf(island, index), island.file]),
  );
  const entries = new Map<string, Entry>();
  for (const [path, { imports }] of Object.entries(outputs)) {
    const script = basename(path);
    const name = script.replace(/\.js$/, "");
    const file = name === "boot" ? BOOT : names.get(name);
    if (file === undefined) continue;
    entries.set(file, {
      script,
      imports: imports.map((found) => basename(found.path)),
    });
  }
  return entries;
}
