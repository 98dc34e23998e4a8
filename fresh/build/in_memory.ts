import { pathToFileURL } from "node:url";
import type { Snapshot } from "../snapshot.ts";
import { assemble, type PublishedFile, scriptPath } from "./assemble.ts";
import { BOOT, type Bundle } from "./bundle.ts";
import { hashOf, type Project } from "./project.ts";

/** Loads an app's modules into this process, beside scripts that stay in memory. */
export async function inMemory(
  { routes, islands, statics, root }: Project,
  { bundle, mode }: { bundle: Bundle; mode: "development" | "production" },
): Promise<Snapshot> {
  const { buildId, entries } = bundle;
  return assemble({
    buildId,
    mode,
    root,
    boot: entries.get(BOOT),
    routes: await Promise.all(
      routes.map(async (
        { path, file },
      ): Promise<Snapshot["routes"][number]> => [
        path,
        await load(file),
      ]),
    ),
    islands: await Promise.all(islands.map(async ({ file }) => ({
      exports: await load(file),
      entry: entries.get(file) ?? { script: "", imports: [] },
    }))),
    files: [...statics.map(publish), ...scriptsOf(bundle)],
  });
}

function load(file: string): Promise<Record<string, unknown>> {
  return import(pathToFileURL(file).href);
}

function publish(
  { path, file, hash }: Project["statics"][number],
): PublishedFile {
  return {
    path: `/${path}`,
    hash,
    immutable: false,
    source: pathToFileURL(file),
  };
}

function scriptsOf({ buildId, scripts }: Bundle): PublishedFile[] {
  return [...scripts].map(([name, source]) => ({
    path: scriptPath(buildId, name),
    hash: hashOf(source),
    immutable: true,
    source,
  }));
}
