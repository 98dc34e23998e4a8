export { App, type ListenOptions } from "./app.ts";
export type { Context, FreshConfig } from "./context.ts";
export { createDefine, type Define } from "./define.ts";
export { HttpError } from "./errors.ts";
export { cors, type CORSOptions } from "./middlewares/cors.ts";
export { csp, type CSPOptions } from "./middlewares/csp.ts";
export { csrf, type CsrfOptions } from "./middlewares/csrf.ts";
export { staticFiles } from "./middlewares/static_files.ts";
export { trailingSlashes } from "./middlewares/trailing_slashes.ts";
export {
  type HandlerFn,
  type LayoutConfig,
  type Middleware,
  page,
  type PageProps,
  type PageResponse,
  type RouteConfig,
  type RouteHandler,
} from "./page.ts";
