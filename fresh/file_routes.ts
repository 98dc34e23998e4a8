import type {
  LayoutConfig,
  Middleware,
  Route,
  RouteComponent,
} from "./page.ts";
import { errorStep } from "./routes.ts";
import type { Segment } from "./segment.ts";
import type { Snapshot } from "./snapshot.ts";

type Module = Record<string, unknown>;

interface FileRoute {
  /** Folder below the routes folder, as segments: "(owner)/clients/:id". */
  folder: string;
  name: string;
  module: Module;
}

/** A route found in a file: where it stands in the tree, and what it answers to. */
export interface PlacedRoute<State> {
  folder: string;
  pattern: string;
  route: Route<unknown, State>;
}

/** Hangs the folders' own files into the tree and gives back the routes. */
export function placeFiles<State>(
  root: Segment<State>,
  files: Snapshot["routes"],
): PlacedRoute<State>[] {
  const parsed = files.map(([path, module]) => parse(path, module));
  for (const file of parsed) {
    if (file.name.startsWith("_")) placeSpecial(root.at(file.folder), file);
  }
  return parsed.filter(({ name }) => !name.startsWith("_")).map((file) => {
    const route = routeOf<State>(file.module);
    return {
      folder: file.folder,
      route,
      pattern: route.config?.routeOverride ?? patternOf(file),
    };
  });
}

function parse(path: string, module: Module): FileRoute {
  const parts = path.replace(/\.[^./]+$/, "").split("/");
  const name = parts.pop() ?? "";
  return { folder: parts.map(toPattern).join("/"), name, module };
}

function placeSpecial<State>(
  segment: Segment<State>,
  { name, module }: FileRoute,
): void {
  // A module's exports are the app's own code, typed there by `define`.
  const component = module["default"] as RouteComponent<unknown, State>;
  const config = (module["config"] ?? {}) as LayoutConfig;
  if (name === "_app") segment.app = component;
  else if (name === "_layout") segment.layout = { component, config };
  else if (name === "_error") {
    segment.onError = { step: errorStep(routeOf<State>(module)), config };
  } else if (name === "_middleware") {
    const exported = module["default"] ?? module["handler"] ?? [];
    segment.middlewares.push(...[exported].flat() as Middleware<State>[]);
  }
}

function routeOf<State>(module: Module): Route<unknown, State> {
  const { default: component, handler, handlers, config } = module;
  return { component, handler: handler ?? handlers, config } as Route<
    unknown,
    State
  >;
}

function patternOf({ folder, name }: FileRoute): string {
  const parts = [...folder.split("/"), name === "index" ? "" : toPattern(name)]
    .filter((part) => part !== "" && !/^\(.*\)$/.test(part));
  return "/" + parts.join("/");
}

function toPattern(part: string): string {
  return part
    .replace(/^\[\[(\w+)\]\]$/, ":$1?")
    .replace(/^\[\.\.\.(\w+)\]$/, ":$1*")
    .replace(/\[(\w+)\]/g, ":$1");
}
