import { type ComponentChildren, h } from "preact";
import { type Context, internalsOf } from "./context.ts";
import { Document } from "./document.ts";
import type { PageProps, RouteComponent } from "./page.ts";

interface ViewOptions<Data, State> {
  view: RouteComponent<Data, State>;
  data: Data;
  init: ResponseInit;
}

/** Carries a Response out of the renderer when a plain component returns one. */
class Answer extends Error {
  readonly response: Response;

  constructor(response: Response) {
    super("A component answered with a Response");
    this.response = response;
  }
}

/** Renders a view inside its layouts and the app wrapper. */
export async function renderView<Data, State>(
  ctx: Context<State>,
  { view, data, init }: ViewOptions<Data, State>,
): Promise<Response> {
  const { frame, snapshot, nonce } = internalsOf(ctx);
  const page = new Document({ snapshot, nonce, path: ctx.url.pathname });
  let content = await show(view, propsOf(ctx, data));
  try {
    for (const layout of frame.layouts.toReversed()) {
      if (content instanceof Response) return content;
      const inner = content;
      ctx.Component = () => h(Inner, null, inner);
      content = await show(layout, propsOf<unknown, State>(ctx, data));
    }
    if (content instanceof Response) return content;
    // The wrapper gets the page as it was rendered: what it provides reaches nothing in it.
    ctx.Component = page.add(content);
    if (!frame.app) return ctx.html(page.finish(), init);
    const wrapper = await show(frame.app, propsOf<unknown, State>(ctx, data));
    if (wrapper instanceof Response) return wrapper;
    return ctx.html(page.finish(wrapper), init);
  } catch (thrown) {
    if (thrown instanceof Answer) return thrown.response;
    throw thrown;
  }
}

function Inner(
  { children }: { children?: ComponentChildren },
): ComponentChildren {
  return children;
}

/** Runs an async component at once; leaves a plain one, which may use hooks, to the renderer. */
async function show<Data, State>(
  component: RouteComponent<Data, State>,
  props: PageProps<Data, State>,
): Promise<ComponentChildren | Response> {
  if (component.constructor.name === "AsyncFunction") {
    return await component(props);
  }
  return h(() => {
    const content = component(props);
    if (content instanceof Response) throw new Answer(content);
    if (content instanceof Promise) {
      throw new TypeError(
        `Component ${component.name} is async but no "async function"`,
      );
    }
    return content;
  }, null);
}

function propsOf<Data, State>(
  ctx: Context<State>,
  data: Data,
): PageProps<Data, State> {
  const { config, url, req, params, info, state, Component, error, route } =
    ctx;
  return {
    config,
    url,
    req,
    params,
    info,
    state,
    Component,
    error,
    route,
    data,
  };
}
