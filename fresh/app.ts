import {
  Context,
  type FreshConfig,
  internalsOf,
  type ResolvedFreshConfig,
} from "./context.ts";
import { HttpError, statusOf } from "./errors.ts";
import { placeFiles } from "./file_routes.ts";
import { listen, type ListenOptions } from "./listen.ts";
import type {
  Frame,
  LayoutConfig,
  Method,
  Middleware,
  Route,
  RouteComponent,
} from "./page.ts";
import { type Match, Router } from "./router.ts";
import { errorStep, type Methods, routeMethods } from "./routes.ts";
import { report, Segment } from "./segment.ts";
import { type Snapshot, snapshotOf } from "./snapshot.ts";

export type { ListenOptions };

/** Answers requests: what `Deno.serve` takes. */
export type Handler = (
  req: Request,
  info?: Deno.ServeHandlerInfo,
) => Promise<Response>;

interface Endpoint<State> {
  steps: Middleware<State>[];
  frame: Frame<State>;
}

interface Plan<State> {
  root: Segment<State>;
  router: Router<Methods<Endpoint<State>>>;
  snapshot: Snapshot | undefined;
  notFound: Middleware<State>;
}

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
    const plan: Plan<State> = {
      root: new Segment<State>(),
      router: new Router(),
      snapshot,
      notFound: () => Promise.reject(new HttpError(404)),
    };
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
    const { path, steps } = route;
    return this.#add((plan) => {
      const segment = plan.root.at(path);
      const endpoint = {
        steps: [...segment.steps(), ...steps],
        frame: segment.frame(),
      };
      plan.router.at(path, newMethods<State>).set(method, endpoint);
    });
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

function newMethods<State>(): Methods<Endpoint<State>> {
  return new Map();
}

function addRoute<Data, State>(
  { root, router }: Plan<State>,
  { folder, pattern, route }: {
    folder: string;
    pattern: string;
    route: Route<Data, State>;
  },
): void {
  const segment = root.at(folder);
  const steps = segment.steps();
  const frame = segment.frame(route.config);
  const methods = router.at(pattern, newMethods<State>);
  for (const [method, step] of routeMethods(route)) {
    methods.set(method, { steps: [...steps, step], frame });
  }
}

async function answer<State>(
  plan: Plan<State>,
  request: {
    req: Request;
    info: Deno.ServeHandlerInfo;
    config: ResolvedFreshConfig;
  },
): Promise<Response> {
  const { req, config } = request;
  const url = urlOf(req, config);
  const match = plan.router.match(url.pathname);
  const { steps, frame } = endpointOf(match, req.method) ??
    missing(plan, url.pathname);
  const internals = { next: unstarted, frame, snapshot: plan.snapshot };
  const { params = {}, pattern: route = null } = match ?? {};
  const ctx: Context<State> = new Context<State>({
    ...request,
    url,
    params,
    route,
    internals,
  });
  const response = await walk(ctx, { steps, last: plan.notFound }).catch(
    plainError,
  );
  return req.method === "HEAD" ? withoutBody(response) : response;
}

function urlOf(req: Request, { trustProxy }: ResolvedFreshConfig): URL {
  const url = new URL(req.url);
  url.pathname = url.pathname.replace(/\/{2,}/g, "/");
  if (!trustProxy) return url;
  url.protocol = req.headers.get("x-forwarded-proto") ?? url.protocol;
  url.host = req.headers.get("x-forwarded-host") ?? url.host;
  return url;
}

function endpointOf<State>(
  match: Match<Methods<Endpoint<State>>> | undefined,
  method: string,
): Endpoint<State> | undefined {
  const methods = match?.value;
  return methods?.get(method as Method) ??
    (method === "HEAD" ? methods?.get("GET") : undefined) ??
    methods?.get("ALL");
}

/** What runs when no route answers: the middlewares and error pages of the nearest folder. */
function missing<State>(
  { root }: Plan<State>,
  pathname: string,
): Endpoint<State> {
  const segment = root.nearest(pathname);
  return { steps: segment.steps(), frame: segment.frame() };
}

function unstarted(): Promise<Response> {
  return Promise.reject(new Error("next() belongs to a step that is running"));
}

function walk<State>(
  ctx: Context<State>,
  { steps, last }: { steps: Middleware<State>[]; last: Middleware<State> },
): Promise<Response> {
  const internals = internalsOf(ctx);
  async function run(index: number): Promise<Response> {
    const step = steps[index] ?? last;
    const next = () => run(index + 1);
    internals.next = next;
    try {
      return await step(ctx);
    } finally {
      internals.next = () => run(index);
    }
  }
  return run(0);
}

function plainError(error: unknown): Response {
  report(error);
  const status = statusOf(error);
  const { message } = error instanceof HttpError
    ? error
    : new HttpError(status);
  return new Response(message, { status });
}

function withoutBody(response: Response): Response {
  if (response.body === null) return response;
  // Nobody reads the body of an answer to HEAD.
  void response.body.cancel();
  return new Response(null, response);
}
