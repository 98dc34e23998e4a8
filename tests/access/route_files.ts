import type { AccessRow } from "../../web/access_table.ts";
import { filesOf, ROOT } from "../source_files.ts";

/** A method of a route, as the file tree has it. */
export interface Served {
  method: string;
  /** The path with `:id` for what varies. */
  path: string;
}

/** Every method of every route below `routes/`. */
export async function servedRoutes(): Promise<Served[]> {
  const files = (await filesOf(ROOT, "routes")).filter(isRoute);
  const found = await Promise.all(files.map(async (file) => {
    const module: Record<string, unknown> = await import(`../../${file}`);
    const path = pathOf(file);
    return methodsOf(module, file).map((method) => ({ method, path }));
  }));
  return found.flat();
}

/** What the routes serve and the table lacks, and what the table has and no route serves. */
export function differences(
  served: readonly Served[],
  table: readonly AccessRow[],
): { missing: string[]; stale: string[] } {
  const inFiles = new Set(
    served.map(({ method, path }) => `${method} ${path}`),
  );
  const inTable = new Set(
    table.flatMap(([methods, path]) =>
      methods.split(" ").map((method) => `${method} ${path}`)
    ),
  );
  return {
    missing: [...inFiles.difference(inTable)].sort(),
    stale: [...inTable.difference(inFiles)].sort(),
  };
}

function isRoute(file: string): boolean {
  return /\.tsx?$/.test(file) && !/_test\.tsx?$/.test(file) &&
    !/\/(\(_[^/]*\)\/|_[^/]*$)/.test(file);
}

function pathOf(file: string): string {
  const parts = file.replace(/^routes\//, "").replace(/\.tsx?$/, "").split("/")
    .filter((part) => !/^\(.*\)$/.test(part));
  if (parts.at(-1) === "index") parts.pop();
  return `/${parts.join("/").replaceAll(/\[(\w+)\]/g, ":$1")}`;
}

function methodsOf(
  { handler, handlers, default: component }: Record<string, unknown>,
  file: string,
): string[] {
  const handling = handler ?? handlers ?? {};
  if (typeof handling !== "object") {
    throw new Error(`${file} handles every method: name those it serves`);
  }
  const methods = new Set(Object.keys(handling ?? {}));
  // A page is shown whether or not it has a handler of its own.
  if (component) methods.add("GET");
  return [...methods];
}
