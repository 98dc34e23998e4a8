import { internalsOf } from "./context.ts";
import { statusOf } from "./errors.ts";
import type {
  Frame,
  LayoutConfig,
  Middleware,
  RouteComponent,
  RouteConfig,
} from "./page.ts";

/** Renders an error page: the status is the error's. */
export type ErrorStep<State> = Middleware<State>;

/** One folder of the route tree: what it adds to every route inside. */
export class Segment<State> {
  readonly #children = new Map<string, Segment<State>>();
  readonly #parent: Segment<State> | undefined;
  readonly middlewares: Middleware<State>[] = [];
  app: RouteComponent<unknown, State> | undefined;
  layout:
    | { component: RouteComponent<unknown, State>; config: LayoutConfig }
    | undefined;
  onError: { step: ErrorStep<State>; config: RouteConfig } | undefined;

  constructor(parent?: Segment<State>) {
    this.#parent = parent;
  }

  /** The segment at a path below this one, made when missing. */
  at(path: string): Segment<State> {
    return parts(path).reduce(
      (segment: Segment<State>, part) => segment.#child(part),
      this,
    );
  }

  /** The deepest segment that a path reaches by its literal parts. */
  nearest(path: string): Segment<State> {
    const [first, ...rest] = parts(path);
    const child = first === undefined ? undefined : this.#children.get(first);
    return child?.nearest(rest.join("/")) ?? this;
  }

  /** Every step before a route of this segment, in order of running. */
  steps(): Middleware<State>[] {
    const own = [...this.middlewares];
    if (this.onError !== undefined) own.unshift(this.#catching(this.onError));
    return [...this.#parent?.steps() ?? [], ...own];
  }

  /** The components around a page of this segment. */
  frame(config: RouteConfig = {}): Frame<State> {
    const outer = this.#parent?.frame() ?? { app: this.app, layouts: [] };
    let { app, layouts } = outer;
    if (this.layout !== undefined) {
      const { component, config: own } = this.layout;
      layouts = own.skipInheritedLayouts
        ? [component]
        : [...layouts, component];
      if (own.skipAppWrapper) app = undefined;
    }
    return {
      app: config.skipAppWrapper ? undefined : app,
      layouts: config.skipInheritedLayouts ? [] : layouts,
    };
  }

  #child(part: string): Segment<State> {
    const child = this.#children.get(part) ?? new Segment(this);
    this.#children.set(part, child);
    return child;
  }

  #catching(
    onError: { step: ErrorStep<State>; config: RouteConfig },
  ): Middleware<State> {
    const frame = this.frame(onError.config);
    return async (ctx) => {
      try {
        return await ctx.next();
      } catch (error) {
        report(error);
        ctx.error = error;
        internalsOf(ctx).frame = frame;
        return await onError.step(ctx);
      }
    };
  }
}

const reported = new WeakSet<object>();

/** Logs a fault of the app once, however many error pages it passes. */
export function report(error: unknown): void {
  if (statusOf(error) < 500) return;
  if (typeof error === "object" && error !== null) {
    if (reported.has(error)) return;
    reported.add(error);
  }
  // deno-lint-ignore no-console -- an unexpected fault has nowhere else to go
  console.error(error);
}

function parts(path: string): string[] {
  return path.split("/").filter((part) => part !== "" && part !== "*");
}
