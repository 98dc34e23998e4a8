import type { App } from "./app.ts";

/** A static file or a built script, ready to be served. */
export interface BuiltFile {
  /** Hex digest of the content. */
  hash: string;
  /** Whether the address itself changes with the content. */
  immutable: boolean;
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

/** An island: which component, and where the browser finds it. */
export interface Island {
  /** The export's name in its module. */
  name: string;
  /** Public path of the browser's module. */
  module: string;
  /** Public paths of what that module imports. */
  preload: string[];
}

/** What a build knows of an app. */
export interface Snapshot {
  buildId: string;
  mode: "development" | "production";
  root: string;
  /** Route modules by their path below the routes folder. */
  routes: [path: string, module: Record<string, unknown>][];
  islands: Map<unknown, Island>;
  /** Public path of the script that wakes the islands, and what it imports. */
  boot: { module: string; preload: string[] };
  /** Files by public path. */
  files: Map<string, BuiltFile>;
}

const snapshots = new WeakMap<object, Snapshot>();

/** Gives an app its file routes, islands and static files. */
export function applySnapshot<State>(
  app: App<State>,
  snapshot: Snapshot,
): void {
  snapshots.set(app, snapshot);
}

/** The snapshot an app was given, if any. */
export function snapshotOf<State>(app: App<State>): Snapshot | undefined {
  return snapshots.get(app);
}
