import type { Plugin } from "esbuild";
import { dirname, join, resolve } from "node:path";

interface ImportMap {
  /** The folder of deno.json, which also holds node_modules. */
  folder: string;
  imports: Record<string, string>;
}

const RESOLVED = Symbol("resolved");

/** Lets esbuild follow the imports of the deno.json that governs a folder; packages become part of the script or are left to Deno. */
export async function denoImports(
  root: string,
  { packages }: { packages: "bundle" | "external" },
): Promise<Plugin> {
  const { folder, imports } = await importMapOf(root);
  return {
    name: "deno-imports",
    setup(build) {
      build.onResolve(
        { filter: /^[^./]/ },
        ({ path, importer, kind, pluginData }) => {
          if (
            pluginData === RESOLVED || kind === "entry-point"
          ) return undefined;
          if (importer.includes("/node_modules/")) return undefined;
          const target = withoutVersion(imports[path] ?? path);
          if (packages === "external" && !/^[./]/.test(target)) {
            return { path, external: true };
          }
          return build.resolve(target, {
            kind,
            importer,
            resolveDir: folder,
            pluginData: RESOLVED,
          });
        },
      );
    },
  };
}

async function importMapOf(root: string): Promise<ImportMap> {
  for (let folder = root;; folder = dirname(folder)) {
    try {
      const config = JSON.parse(
        await Deno.readTextFile(join(folder, "deno.json")),
      );
      return { folder, imports: config.imports ?? {} };
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
    if (folder === dirname(folder)) {
      throw new Error(`No deno.json in ${resolve(root)} or above`);
    }
  }
}

/** "npm:preact@^10/hooks" is found in node_modules as "preact/hooks". */
function withoutVersion(specifier: string): string {
  return specifier.replace(/^npm:\/?(@?[^@/]+(?:\/[^@/]+)?)(@[^/]+)?/, "$1");
}
