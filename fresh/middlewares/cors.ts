import type { Context } from "../context.ts";
import type { Middleware } from "../page.ts";

/** Who may read answers from another origin, and how. */
export interface CORSOptions<State> {
  origin?:
    | string
    | string[]
    | ((origin: string, ctx: Context<State>) => string | null | undefined);
  allowMethods?: string[];
  allowHeaders?: string[];
  exposeHeaders?: string[];
  /** Seconds a browser may keep a preflight's answer. */
  maxAge?: number;
  credentials?: boolean;
}

const METHODS = ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH"];

/** Lets pages of other origins read the answers, and answers their preflights. */
export function cors<State>(
  options: CORSOptions<State> = {},
): Middleware<State> {
  const { origin: allowed = "*", allowMethods = METHODS, exposeHeaders = [] } =
    options;

  function originFor(ctx: Context<State>): string | null | undefined {
    const origin = ctx.req.headers.get("origin") ?? "";
    if (typeof allowed === "function") return allowed(origin, ctx);
    if (typeof allowed === "string") return allowed;
    return allowed.includes(origin) ? origin : null;
  }

  return async (ctx) => {
    const headers = new Headers();
    const origin = originFor(ctx);
    if (origin) headers.set("access-control-allow-origin", origin);
    if (options.credentials) {
      headers.set("access-control-allow-credentials", "true");
    }
    if (exposeHeaders.length > 0) {
      headers.set("access-control-expose-headers", exposeHeaders.join(","));
    }
    if (ctx.req.method === "OPTIONS") {
      headers.set("access-control-allow-methods", allowMethods.join(","));
      preflight(headers, { req: ctx.req, ...options });
      return new Response(null, { status: 204, headers });
    }
    const response = await ctx.next();
    for (const [name, value] of headers) response.headers.set(name, value);
    if (allowed !== "*") response.headers.append("vary", "Origin");
    return response;
  };
}

function preflight(
  headers: Headers,
  { req, allowHeaders, maxAge }: {
    req: Request;
    allowHeaders?: string[];
    maxAge?: number;
  },
): void {
  if (maxAge !== undefined) {
    headers.set("access-control-max-age", String(maxAge));
  }
  const asked = allowHeaders?.join(",") ??
    req.headers.get("access-control-request-headers");
  if (asked) headers.set("access-control-allow-headers", asked);
}
