import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { scriptPath } from "./assemble.ts";
import { BOOT, type Bundle } from "./bundle.ts";
import { bundleServer } from "./bundle_server.ts";
import { hashOf, type Project } from "./project.ts";

interface WriteOptions {
  outDir: string;
  serverEntry: string;
  bundle: Bundle;
  mode: "development" | "production";
}

const HERE = dirname(fileURLToPath(import.meta.url));

/** Writes the browser's scripts, and a `server.js` that serves the app with them. */
export async function writeServer(
  project: Project,
  options: WriteOptions,
): Promise<void> {
  const { outDir, bundle } = options;
  await Deno.remove(outDir, { recursive: true }).catch(ignoreMissing);
  await Deno.mkdir(join(outDir, "client"), { recursive: true });
  for (const [name, script] of bundle.scripts) {
    await Deno.writeFile(join(outDir, "client", name), script);
  }
  const source = serverSource(project, options);
  await Deno.writeTextFile(
    join(outDir, "server.js"),
    await bundleServer(source, { root: project.root, outDir }),
  );
}

function serverSource(
  { root, routes, islands, statics }: Project,
  { outDir, serverEntry, bundle: { buildId, scripts, entries }, mode }:
    WriteOptions,
): string {
  const from = (file: string) => quote(relativeTo(outDir, file));
  const at = (file: string) => `new URL(${from(file)}, import.meta.url)`;
  const files = [
    ...statics.map(({ path, hash, file }) => ({
      path: `/${path}`,
      hash,
      immutable: false,
      file,
    })),
    ...[...scripts].map(([name, script]) => ({
      path: scriptPath(buildId, name),
      hash: hashOf(script),
      immutable: true,
      file: join(outDir, "client", name),
    })),
  ];
  return `import { fileURLToPath } from "node:url";
import { assemble } from ${from(join(HERE, "assemble.ts"))};
import { setBuildId } from ${from(join(HERE, "../assets.ts"))};
import { applySnapshot } from ${from(join(HERE, "../snapshot.ts"))};
import { app } from ${from(serverEntry)};
${
    routes.map(({ file }, i) => `import * as route${i} from ${from(file)};`)
      .join("\n")
  }
${
    islands.map(({ file }, i) => `import * as island${i} from ${from(file)};`)
      .join("\n")
  }

setBuildId(${quote(buildId)});
applySnapshot(app, assemble({
  buildId: ${quote(buildId)},
  mode: ${quote(mode)},
  root: fileURLToPath(${at(root)}),
  boot: ${quote(entries.get(BOOT))},
  routes: [
${routes.map(({ path }, i) => `    [${quote(path)}, route${i}],`).join("\n")}
  ],
  islands: [
${
    islands.map(({ file }, i) =>
      `    { exports: island${i}, entry: ${quote(entries.get(file))} },`
    )
      .join("\n")
  }
  ],
  files: [
${
    files.map(({ file, ...rest }) =>
      `    { ...${quote(rest)}, source: ${at(file)} },`
    ).join("\n")
  }
  ],
}));

const handler = app.handler();

export default { fetch: (req, info) => handler(req, info) };
`;
}

function relativeTo(folder: string, file: string): string {
  const path = relative(folder, file).replaceAll("\\", "/");
  return path.startsWith(".") ? path : `./${path}`;
}

function quote(value: unknown): string {
  return JSON.stringify(value) ?? "undefined";
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}
