import type { ComponentChildren, FunctionComponent } from "preact";
import type { Frame } from "./page.ts";
import { renderView } from "./render.ts";
import type { Snapshot } from "./snapshot.ts";

/** An app's settings. */
export interface FreshConfig {
  /** "production" unless told. */
  mode?: "development" | "production";
  /** Whether to believe `X-Forwarded-Proto` and `X-Forwarded-Host`. */
  trustProxy?: boolean;
}

/** An app's settings with every default filled in. */
export interface ResolvedFreshConfig extends Required<FreshConfig> {
  root: string;
}

/** What the framework itself keeps with a request. */
export interface Internals<State> {
  next: () => Promise<Response>;
  frame: Frame<State>;
  snapshot: Snapshot | undefined;
  /** What every script and style of the page carries. */
  nonce: string;
}

interface ContextOptions<State> {
  req: Request;
  url: URL;
  info: Deno.ServeHandlerInfo;
  config: ResolvedFreshConfig;
  params: Record<string, string>;
  route: string | null;
  internals: Internals<State>;
}

/** Reads what the framework keeps with a request. */
export let internalsOf: <State>(ctx: Context<State>) => Internals<State>;

/** One request on its way through the app. */
export class Context<State> {
  readonly req: Request;
  readonly url: URL;
  readonly info: Deno.ServeHandlerInfo;
  readonly config: ResolvedFreshConfig;
  /** The matched pattern's parameters, decoded by `decodeURI`. */
  readonly params: Record<string, string>;
  /** The matched pattern, or null when none matched. */
  readonly route: string | null;
  /** The app's own data; middlewares fill it. */
  // Nothing can know State's fields before the first middleware ran.
  readonly state: State = {} as State;
  /** What was thrown, on an error page. */
  error: unknown = null;
  /** What a layout or the app wrapper has to show inside. */
  Component: FunctionComponent = () => null;
  readonly #internals: Internals<State>;

  static {
    internalsOf = (ctx) => ctx.#internals;
  }

  constructor(options: ContextOptions<State>) {
    this.req = options.req;
    this.url = options.url;
    this.info = options.info;
    this.config = options.config;
    this.params = options.params;
    this.route = options.route;
    this.#internals = options.internals;
  }

  /** Runs the next step and gives its answer. */
  next(): Promise<Response> {
    return this.#internals.next();
  }

  /** Renders a vnode inside the layouts and the app wrapper. */
  render(
    content: ComponentChildren,
    init: ResponseInit = {},
  ): Promise<Response> {
    return renderView(this, { view: () => content, data: undefined, init });
  }

  /** Sends the browser elsewhere; a path never becomes another host by doubled slashes. */
  redirect(location: string, status = 302): Response {
    const target = location.startsWith("/")
      ? location.replace(/^\/+/, "/")
      : location;
    return new Response(null, { status, headers: { location: target } });
  }

  /** Answers with plain text. */
  text(content: string, init?: ResponseInit): Response {
    return typed(content, "text/plain; charset=utf-8", init);
  }

  /** Answers with HTML as it is. */
  html(content: string, init?: ResponseInit): Response {
    return typed(content, "text/html; charset=utf-8", init);
  }

  /** Answers with a value as JSON. */
  json(content: unknown, init?: ResponseInit): Response {
    return typed(JSON.stringify(content), "application/json", init);
  }

  /** Answers with chunks as they come. */
  stream(
    chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
    init?: ResponseInit,
  ): Response {
    const encoder = new TextEncoder();
    const encoded = new TransformStream<string | Uint8Array, Uint8Array>({
      transform: (chunk, out) =>
        out.enqueue(typeof chunk === "string" ? encoder.encode(chunk) : chunk),
    });
    return new Response(ReadableStream.from(chunks).pipeThrough(encoded), init);
  }
}

function typed(body: string, type: string, init: ResponseInit = {}): Response {
  const headers = new Headers(init.headers);
  if (!headers.has("content-type")) headers.set("content-type", type);
  return new Response(body, { ...init, headers });
}
