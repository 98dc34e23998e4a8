import type { ComponentChildren, VNode } from "preact";
import type { Context } from "./context.ts";

/** The HTTP methods a route may handle. */
export type Method =
  | "GET"
  | "HEAD"
  | "POST"
  | "PUT"
  | "PATCH"
  | "DELETE"
  | "OPTIONS";

/** A step on a request's way: answers it, or passes it on with `ctx.next()`. */
export type Middleware<State> = (
  ctx: Context<State>,
) => Response | Promise<Response>;

/** What a page component receives. */
export type PageProps<Data = unknown, State = unknown> =
  & Pick<
    Context<State>,
    | "config"
    | "url"
    | "req"
    | "params"
    | "info"
    | "state"
    | "Component"
    | "error"
    | "route"
  >
  & { data: Data };

/** What a handler returns to have its route's component rendered. */
export interface PageResponse<Data> {
  data: Data;
  status?: number;
  headers?: HeadersInit;
}

/** Answers one method of a route. */
export type HandlerFn<Data, State> = (
  ctx: Context<State>,
) =>
  | Response
  | PageResponse<Data>
  | Promise<Response | PageResponse<Data>>;

/** Handlers by method. */
export type HandlerByMethod<Data, State> = {
  [M in Method]?: HandlerFn<Data, State>;
};

/** A route's handler: one function for all methods, or one for each. */
export type RouteHandler<Data, State> =
  | HandlerFn<Data, State>
  | HandlerByMethod<Data, State>;

/** A route's, layout's or wrapper's component. */
export type RouteComponent<Data, State> = (
  props: PageProps<Data, State>,
) => ComponentChildren | Response | Promise<VNode | Response | null>;

/** Per-route settings, exported as `config`. */
export interface RouteConfig {
  /** A path pattern that takes the place of the one derived from the file's name. */
  routeOverride?: string;
  /** Renders the page without the layouts of its folders. */
  skipInheritedLayouts?: boolean;
  /** Renders the page without the app wrapper. */
  skipAppWrapper?: boolean;
}

/** Per-layout settings, exported as `config`. */
export type LayoutConfig = Pick<
  RouteConfig,
  "skipInheritedLayouts" | "skipAppWrapper"
>;

/** A route as given to `app.route()` or as exported by a route module. */
export interface Route<Data, State> {
  component?: RouteComponent<Data, State> | undefined;
  handler?: RouteHandler<Data, State> | undefined;
  config?: RouteConfig | undefined;
}

/** The components around a page, outermost first. */
export interface Frame<State> {
  app?: RouteComponent<unknown, State> | undefined;
  layouts: RouteComponent<unknown, State>[];
}

/** Data for the route's component, with the answer's status and headers. */
export function page<Data = undefined>(
  data?: Data,
  options?: { status?: number; headers?: HeadersInit },
): PageResponse<Data> {
  // Without data, Data is inferred as undefined.
  return { ...options, data: data as Data };
}
