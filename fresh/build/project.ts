import { createHash } from "node:crypto";
import { join, relative } from "node:path";

/** The files of an app that a build works on. */
export interface Project {
  root: string;
  routes: SourceFile[];
  islands: SourceFile[];
  statics: StaticFile[];
}

/** A source file, by its path and by its path below its folder. */
export interface SourceFile {
  file: string;
  path: string;
}

/** A file to serve as it is. */
export interface StaticFile extends SourceFile {
  hash: string;
}

interface Folders {
  root: string;
  routeDir: string;
  islandDir: string;
  staticDir: string;
  ignore: RegExp[];
}

const SOURCE = /\.(tsx?|jsx?|mjs)$/;
const TEST = /[._]test\.[^.]+$/;

/** Looks through an app's folders; each list is in a stable order. */
export async function findProject(folders: Folders): Promise<Project> {
  const { root, routeDir, islandDir, staticDir } = folders;
  const ignore = (file: string) =>
    TEST.test(file) || folders.ignore.some((re) => re.test(file));
  const inRoutes = (await sourcesIn(routeDir)).filter(({ file }) =>
    !ignore(file)
  );
  const inIslands = (await sourcesIn(islandDir)).filter(({ file }) =>
    !ignore(file)
  );
  return {
    root,
    routes: inRoutes.filter(({ path }) => !/(^|\/)\(_[^/]*\)\//.test(path)),
    islands: [
      ...inIslands,
      ...inRoutes.filter(({ path }) => /(^|\/)\(_islands\)\//.test(path)),
    ],
    statics: await Promise.all((await filesIn(staticDir)).map(hashed)),
  };
}

/** Hex digest that names content. */
export function hashOf(...contents: (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(content);
  return hash.digest("hex").slice(0, 16);
}

async function hashed(source: SourceFile): Promise<StaticFile> {
  return { ...source, hash: hashOf(await Deno.readFile(source.file)) };
}

async function sourcesIn(folder: string): Promise<SourceFile[]> {
  return (await filesIn(folder)).filter(({ file }) => SOURCE.test(file));
}

async function filesIn(folder: string): Promise<SourceFile[]> {
  const found: SourceFile[] = [];
  for (const file of await walk(folder)) {
    found.push({ file, path: relative(folder, file).replaceAll("\\", "/") });
  }
  return found.sort((a, b) => a.path < b.path ? -1 : 1);
}

async function walk(folder: string): Promise<string[]> {
  const files: string[] = [];
  try {
    for await (const { name, isDirectory, isFile } of Deno.readDir(folder)) {
      const path = join(folder, name);
      if (isDirectory) files.push(...await walk(path));
      else if (isFile) files.push(path);
    }
  } catch (error) {
    // An app without islands or static files has no such folder.
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return files;
}
