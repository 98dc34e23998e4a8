import type {
  HandlerByMethod,
  HandlerFn,
  Middleware,
  RouteComponent,
  RouteHandler,
} from "./page.ts";

type DataOf<Handler, State> = [Handler] extends [never] ? never
  : Handler extends HandlerFn<infer Data, State> ? Data
  : Handler extends HandlerByMethod<infer Data, State> ? Data
  : never;

/** Identity functions that give handlers, pages, layouts and middlewares their types. */
export interface Define<State> {
  handlers<Handler extends RouteHandler<unknown, State>>(
    handler: Handler,
  ): Handler;
  page<Handler extends RouteHandler<unknown, State> = never>(
    component: RouteComponent<DataOf<Handler, State>, State>,
  ): RouteComponent<DataOf<Handler, State>, State>;
  layout(
    component: RouteComponent<unknown, State>,
  ): RouteComponent<unknown, State>;
  middleware<M extends Middleware<State> | Middleware<State>[]>(
    middleware: M,
  ): M;
}

/** Makes the typed `define` of an app whose requests carry `State`. */
export function createDefine<State>(): Define<State> {
  return {
    handlers: (handler) => handler,
    page: (component) => component,
    layout: (component) => component,
    middleware: (middleware) => middleware,
  };
}
