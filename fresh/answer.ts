import { Context, internalsOf, type ResolvedFreshConfig } from "./context.ts";
import { HttpError, statusOf } from "./errors.ts";
import type { Method, Middleware } from "./page.ts";
import type { Endpoint, Plan } from "./plan.ts";
import type { Match } from "./router.ts";
import type { Methods } from "./routes.ts";
import { report } from "./segment.ts";

/** Answers one request by an app's plan; nothing that is thrown escapes. */
export async function answer<State>(
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
  const { snapshot } = plan;
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const internals = { next: unstarted, frame, snapshot, nonce };
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
