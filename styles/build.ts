import { twind, virtual } from "@twind/core";
import { classesIn } from "./classes.ts";
import { FONT_FILES, fontFaces } from "./fonts.ts";
import { theme } from "./theme.ts";
import { isIdle } from "./variants.ts";

const SCANNED = ["components", "islands", "routes"];
/** Names that only mark an element for another's class. */
const MARKERS = ["group", "peer"];

/**
 * Writes `styles.css` and `fonts/` (into the root's `static` where nothing else is given),
 * out of the classes the root's sources name; throws with the list of names that mean nothing.
 */
export async function buildStyles(
  { root, out = `${root}/static` }: { root: string; out?: string },
): Promise<void> {
  const css = `${fontFaces()}\n${stylesheet(await readSources(root))}\n`;
  await Deno.mkdir(`${out}/fonts`, { recursive: true });
  for (const { source, name } of FONT_FILES) {
    await Deno.copyFile(fontSource(source), `${out}/fonts/${name}`);
  }
  await Deno.writeTextFile(`${out}/styles.css`, css);
}

/** The rules for all classes of the sources (path to text), the same for the same sources. */
export function stylesheet(sources: Map<string, string>): string {
  const means = probe();
  const names = new Set<string>();
  const unknown: string[] = [];
  for (const path of [...sources.keys()].sort()) {
    const { declared, possible } = classesIn(sources.get(path) ?? "");
    for (const name of [...declared].sort()) {
      if (means(name)) names.add(name);
      else unknown.push(`${name} (${path})`);
    }
    for (const list of possible) {
      if (list.every(means)) list.forEach((name) => names.add(name));
    }
  }
  if (unknown.length > 0) {
    throw new Error(`Class names that mean nothing: ${unknown.join(", ")}`);
  }
  const tw = twind(theme, virtual());
  [...names].sort().forEach((name) => tw(name));
  return [...tw.target].join("\n");
}

/** Tells whether a class name yields a rule, without touching the stylesheet that is made. */
function probe(): (name: string) => boolean {
  const tw = twind(theme, virtual());
  tw("group"); // the first call also brings the rules that every page has
  const known = new Map([...MARKERS].map((name) => [name, true]));
  return (name) => {
    const answer = known.get(name);
    if (answer !== undefined) return answer;
    const before = tw.target.length;
    tw(name);
    const means = tw.target.length > before && !isIdle(name);
    known.set(name, means);
    return means;
  };
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
