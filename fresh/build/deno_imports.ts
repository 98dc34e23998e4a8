import type { Plugin } from "esbuild";
import { dirname, join, resolve } from "node:path";

interface ImportMap {
  /** The folder of deno.json, which also holds node_modules. */
  folder: string;
  imports: Record<string, string>;
  /** The files of linked packages by what they are imported as: "jsr:@fresh/core/dev". */
  linked: Record<string, string>;
}

const RESOLVED = Symbol("resolved");

/** Lets esbuild follow the imports of the deno.json that governs a folder; packages become part of the script or are left to Deno. */
export async function denoImports(
  root: string,
  { packages }: { packages: "bundle" | "external" },
): Promise<Plugin> {
  const { folder, imports, linked } = await importMapOf(root);
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
          const mapped = withoutVersion(mappedBy(imports, path));
          const target = linked[mapped] ?? mapped;
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
      const { imports, links = [] } = config;
      // A package that stands for one of a registry has none.
      if (imports === undefined) continue;
      return { folder, imports, linked: await linkedFiles(folder, links) };
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
    if (folder === dirname(folder)) {
      throw new Error(`No deno.json in ${resolve(root)} or above`);
    }
  }
}

/** The files that linked folders export, which stand for packages of a registry. */
async function linkedFiles(
  folder: string,
  links: string[],
): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const link of links) {
    const at = resolve(folder, link);
    const { name, exports } = JSON.parse(
      await Deno.readTextFile(join(at, "deno.json")),
    );
    for (const [path, file] of Object.entries<string>(exports)) {
      files[`jsr:${name}${path.slice(1)}`] = join(at, file);
    }
  }
  return files;
}

/** What an import stands for: its own entry, or that of the folder it lies in. */
function mappedBy(imports: Record<string, string>, path: string): string {
  const folder = Object.keys(imports)
    .find((key) => key.endsWith("/") && path.startsWith(key));
  if (imports[path] !== undefined || folder === undefined) {
    return imports[path] ?? path;
  }
  return imports[folder] + path.slice(folder.length);
}

/** "npm:preact@^10/hooks" is found in node_modules as "preact/hooks". */
function withoutVersion(specifier: string): string {
  return specifier
    .replace(/^(jsr:|npm:)\/?(@?[^@/]+(?:\/[^@/]+)?)(@[^/]+)?/, "$1$2")
    .replace(/^npm:/, "");
}
