import { isAbsolute, join, resolve } from "node:path";
import { setBuildId } from "../assets.ts";
import type { App, ListenOptions } from "../app.ts";
import { applySnapshot } from "../snapshot.ts";
import { bundleIslands } from "./bundle.ts";
import { findProject } from "./project.ts";
import { inMemory } from "./in_memory.ts";
import { writeServer } from "./write_server.ts";

/** Where an app's parts are; paths are relative to the root. */
export interface BuildOptions {
  root?: string;
  outDir?: string;
  staticDir?: string;
  islandDir?: string;
  routeDir?: string;
  serverEntry?: string;
  /** Files to leave out, by their absolute path. */
  ignore?: RegExp[];
}

type Mode = "development" | "production";

/** Finds an app's routes and islands and builds what browsers and servers need. */
export class Builder {
  readonly #options: Required<BuildOptions>;

  constructor(options: BuildOptions = {}) {
    const root = resolve(options.root ?? Deno.cwd());
    const at = (path: string) => isAbsolute(path) ? path : join(root, path);
    this.#options = {
      root,
      outDir: at(options.outDir ?? "_fresh"),
      staticDir: at(options.staticDir ?? "static"),
      islandDir: at(options.islandDir ?? "islands"),
      routeDir: at(options.routeDir ?? "routes"),
      serverEntry: at(options.serverEntry ?? "main.ts"),
      ignore: options.ignore ?? [],
    };
  }

  /** Builds in memory and serves the app that a module exports as `app`. */
  async listen<State>(
    importApp: () => Promise<{ app: App<State> } | App<State>>,
    options: ListenOptions = {},
  ): Promise<void> {
    const apply = await this.build({ mode: "development", snapshot: "memory" });
    const imported = await importApp();
    const app = "app" in imported ? imported.app : imported;
    apply(app);
    await app.listen(options);
  }

  /** Builds the app in memory; resolves to a function that gives an app its routes and islands. */
  build(
    options: { mode?: Mode; snapshot: "memory" },
  ): Promise<<State>(app: App<State>) => void>;
  /** Builds the app into the output folder, with a `server.js` for `deno serve`. */
  build(options?: { mode?: Mode; snapshot?: "disk" }): Promise<void>;
  async build(
    { mode = "production", snapshot = "disk" }: {
      mode?: Mode;
      snapshot?: "disk" | "memory";
    } = {},
  ): Promise<(<State>(app: App<State>) => void) | void> {
    const project = await findProject(this.#options);
    const bundle = await bundleIslands(project, mode);
    // deno-lint-ignore no-console -- upstream's builder talks on standard output too
    console.log(`Built ${project.islands.length} islands`);
    if (snapshot === "disk") {
      const { outDir, serverEntry } = this.#options;
      return await writeServer(project, { outDir, serverEntry, bundle, mode });
    }
    const built = await inMemory(project, { bundle, mode });
    return (app) => {
      setBuildId(built.buildId);
      applySnapshot(app, built);
    };
  }
}
