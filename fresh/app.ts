import { answer } from "./answer.ts";
import type { FreshConfig } from "./context.ts";
import { placeFiles } from "./file_routes.ts";
import { listen, type ListenOptions } from "./listen.ts";
import type {
  LayoutConfig,
  Method,
  Middleware,
  Route,
  RouteComponent,
} from "./page.ts";
import { addRoute, addSteps, newPlan, type Plan } from "./plan.ts";
import { errorStep } from "./routes.ts";
import { snapshotOf } from "./snapshot.ts";

export type { ListenOptions };

/** Answers requests: what `Deno.serve` takes. */
export type Handler = (
  req: Request,
  info?: Deno.ServeHandlerInfo,
) => Promise<Response>;

type Command<State> = (plan: Plan<State>) => void;

/** A web app: middlewares, routes and layouts, applied in the order they are added. */
export class App<State> {
  readonly #config: FreshConfig;
  readonly #commands: Command<State>[] = [];

  constructor(config: FreshConfig = {}) {
    this.#config = config;
  }

  /** Adds middlewares for all that follows, or for all that follows below a path. */
  use(...args: (string | Middleware<State>)[]): this {
    const path = typeof args[0] === "string" ? args[0] : "/";
    const steps = args.filter((arg) => typeof arg === "function");
    return this.#add(({ root }) => root.at(path).middlewares.push(...steps));
  }

  /** Answers GET, and HEAD without the body. */
  get(path: string, ...steps: Middleware<State>[]): this {
    return this.#on("GET", { path, steps });
  }

  /** Answers POST. */
  post(path: string, ...steps: Middleware<State>[]): this {
    return this.#on("POST", { path, steps });
  }

  /** Answers PUT. */
  put(path: string, ...steps: Middleware<State>[]): this {
    return this.#on("PUT", { path, steps });
  }

  /** Answers PATCH. */
  patch(path: string, ...steps: Middleware<State>[]): this {
    return this.#on("PATCH", { path, steps });
  }

  /** Answers DELETE. */
  delete(path: string, ...steps: Middleware<State>[]): this {
    return this.#on("DELETE", { path, steps });
  }

  /** Answers HEAD. */
  head(path: string, ...steps: Middleware<State>[]): this {
    return this.#on("HEAD", { path, steps });
  }

  /** Answers every method. */
  all(path: string, ...steps: Middleware<State>[]): this {
    return this.#on("ALL", { path, steps });
  }

  /** Adds a page: its component, handlers and settings. */
  route<Data>(path: string, route: Route<Data, State>): this {
    return this.#add((plan) =>
      addRoute(plan, { folder: path, pattern: path, route })
    );
  }

  /** Puts a component around all pages below a path. */
  layout(
    path: string,
    component: RouteComponent<unknown, State>,
    config: LayoutConfig = {},
  ): this {
    return this.#add(({ root }) =>
      root.at(path).layout = { component, config }
    );
  }

  /** Puts a component around everything. */
  appWrapper(component: RouteComponent<unknown, State>): this {
    return this.#add(({ root }) => root.app = component);
  }

  /** Answers what is thrown below a path. */
  onError<Data>(
    path: string,
    page: Route<Data, State> | Middleware<State>,
  ): this {
    const route = typeof page === "function" ? { handler: page } : page;
    const onError = { step: errorStep(route), config: route.config ?? {} };
    return this.#add(({ root }) => root.at(path).onError = onError);
  }

  /** Answers what no route matches. */
  notFound(step: Middleware<State>): this {
    return this.#add((plan) => plan.notFound = step);
  }

  /** Adds the routes found by the Builder in the routes folder. */
  fsRoutes(): this {
    return this.#add((plan) => {
      const placed = placeFiles(plan.root, plan.snapshot?.routes ?? []);
      for (const route of placed) addRoute(plan, route);
    });
  }

  /** The function that answers requests, made of what has been added so far. */
  handler(): Handler {
    const snapshot = snapshotOf(this);
    const plan = newPlan<State>(snapshot);
    for (const command of this.#commands) command(plan);
    const { trustProxy = false, mode = snapshot?.mode ?? "production" } =
      this.#config;
    const config = { mode, trustProxy, root: snapshot?.root ?? Deno.cwd() };
    return async (req, info = ANONYMOUS) =>
      await answer(plan, { req, info, config });
  }

  /** Serves the app; without a port, on the first free one of 8000 to 8019. */
  async listen(options: ListenOptions = {}): Promise<void> {
    await listen(this.handler(), options);
  }

  #on(
    method: Method | "ALL",
    route: { path: string; steps: Middleware<State>[] },
  ): this {
    return this.#add((plan) => addSteps(plan, { method, ...route }));
  }

  #add(command: Command<State>): this {
    this.#commands.push(command);
    return this;
  }
}

const ANONYMOUS: Deno.ServeHandlerInfo = {
  remoteAddr: { transport: "tcp", hostname: "localhost", port: 0 },
  completed: Promise.resolve(),
};
