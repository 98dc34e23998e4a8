import { twind, virtual } from "@twind/core";
import { classesIn, type SourceClasses, words } from "./classes.ts";
import { FONT_FILES, fontFaces } from "./fonts.ts";
import { theme } from "./theme.ts";

const SCANNED = ["components", "islands", "routes"];
/** Names that only mark an element for another's class. */
const MARKERS = new Set(["group", "peer"]);

/**
 * Writes `static/styles.css` and `static/fonts/` under the root, out of the classes its
 * sources name; throws with the list of names that mean nothing.
 */
export async function buildStyles({ root }: { root: string }): Promise<void> {
  const css = `${fontFaces()}\n${stylesheet(await readSources(root))}\n`;
  await Deno.mkdir(`${root}/static/fonts`, { recursive: true });
  for (const { source, name } of FONT_FILES) {
    await Deno.copyFile(fontSource(source), `${root}/static/fonts/${name}`);
  }
  await Deno.writeTextFile(`${root}/static/styles.css`, css);
}

/** The rules for all classes of the sources (path to text), the same for the same sources. */
export function stylesheet(sources: Map<string, string>): string {
  const tw = twind(theme, virtual());
  const known = new Map<string, boolean>();
  const means = (name: string): boolean => {
    const before = tw.target.length;
    if (!known.has(name)) {
      tw(name);
      known.set(name, tw.target.length > before || MARKERS.has(name));
    }
    return known.get(name) ?? false;
  };
  const paths = [...sources.keys()].sort();
  const unknown = paths.flatMap((path) => {
    const found = classesIn(sources.get(path) ?? "");
    return unknownIn(found, means).map((name) => `${name} (${path})`);
  });
  if (unknown.length > 0) {
    throw new Error(`Class names that mean nothing: ${unknown.join(", ")}`);
  }
  return [...tw.target].join("\n");
}

function unknownIn(
  found: SourceClasses,
  means: (name: string) => boolean,
): string[] {
  for (const text of [...found.possible].sort()) {
    if (text.includes("-") && text.includes(" ")) words(text).every(means);
  }
  return [...found.declared].sort().filter((name) => !means(name));
}

async function readSources(root: string): Promise<Map<string, string>> {
  const sources = new Map<string, string>();
  for (const folder of SCANNED) {
    for await (const path of sourcesUnder(`${root}/${folder}`)) {
      sources.set(path.slice(root.length + 1), await Deno.readTextFile(path));
    }
  }
  return sources;
}

async function* sourcesUnder(folder: string): AsyncGenerator<string> {
  for (const entry of await entries(folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* sourcesUnder(path);
    else if (/\.tsx?$/.test(path) && !/_test\.tsx?$/.test(path)) yield path;
  }
}

async function entries(folder: string): Promise<Deno.DirEntry[]> {
  try {
    return await Array.fromAsync(Deno.readDir(folder));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

function fontSource(path: string): URL {
  return new URL(`../node_modules/${path}`, import.meta.url);
}
