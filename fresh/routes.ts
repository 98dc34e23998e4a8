import type { Context } from "./context.ts";
import type {
  HandlerFn,
  Method,
  Middleware,
  PageResponse,
  Route,
  RouteComponent,
} from "./page.ts";
import { renderView } from "./render.ts";
import { statusOf } from "./errors.ts";

/** What answers a pattern, by method; "ALL" answers the methods that are not named. */
export type Methods<Step> = Map<Method | "ALL", Step>;

/** The last step of a route for each method it handles. */
export function routeMethods<Data, State>(
  route: Route<Data, State>,
): Methods<Middleware<State>> {
  const { component, handler = {} } = route;
  const methods: Methods<Middleware<State>> = new Map();
  if (typeof handler === "function") {
    return methods.set("ALL", handled(handler, component));
  }
  for (const [method, handle] of Object.entries(handler)) {
    methods.set(method as Method, handled(handle, component));
  }
  if (component !== undefined && !methods.has("GET")) {
    // A page without a GET handler is shown with empty data.
    methods.set(
      "GET",
      (ctx) => renderView(ctx, { view: component, data: {} as Data, init: {} }),
    );
  }
  return methods;
}

/** The step that shows a route as an error page, with the error's status. */
export function errorStep<Data, State>(
  route: Route<Data, State>,
): Middleware<State> {
  const { component, handler } = route;
  if (typeof handler === "function") return handled(handler, component);
  if (component === undefined) {
    throw new TypeError("An error page needs a component");
  }
  return (ctx) => {
    const init = { status: statusOf(ctx.error) };
    return renderView(ctx, { view: component, data: {} as Data, init });
  };
}

function handled<Data, State>(
  handle: HandlerFn<Data, State>,
  component: RouteComponent<Data, State> | undefined,
): Middleware<State> {
  return async (ctx) => {
    const result = await handle(ctx);
    if (result instanceof Response) return result;
    return await renderPage(ctx, { page: result, component });
  };
}

function renderPage<Data, State>(
  ctx: Context<State>,
  options: {
    page: PageResponse<Data>;
    component: RouteComponent<Data, State> | undefined;
  },
): Promise<Response> {
  const { page: { data, ...init }, component: view } = options;
  if (view === undefined) {
    throw new TypeError(
      `Route ${ctx.route} returned data but has no component to show it`,
    );
  }
  return renderView(ctx, { view, data, init });
}
