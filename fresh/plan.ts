import { HttpError } from "./errors.ts";
import type { Frame, Method, Middleware, Route } from "./page.ts";
import { Router } from "./router.ts";
import { type Methods, routeMethods } from "./routes.ts";
import { Segment } from "./segment.ts";
import type { Snapshot } from "./snapshot.ts";

/** All that runs for one method of a pattern, and what stands around its page. */
export interface Endpoint<State> {
  steps: Middleware<State>[];
  frame: Frame<State>;
}

/** An app worked out: every route with its steps in order. */
export interface Plan<State> {
  root: Segment<State>;
  router: Router<Methods<Endpoint<State>>>;
  snapshot: Snapshot | undefined;
  notFound: Middleware<State>;
}

/** A plan without routes. */
export function newPlan<State>(snapshot: Snapshot | undefined): Plan<State> {
  const notFound = () => Promise.reject(new HttpError(404));
  return { root: new Segment(), router: new Router(), snapshot, notFound };
}

/** Adds a page; its steps are those its folder has by now. */
export function addRoute<Data, State>(
  { root, router }: Plan<State>,
  { folder, pattern, route }: {
    folder: string;
    pattern: string;
    route: Route<Data, State>;
  },
): void {
  const segment = root.at(folder);
  const [steps, frame] = [segment.steps(), segment.frame(route.config)];
  const methods = router.at(pattern, newMethods<State>);
  for (const [method, step] of routeMethods(route)) {
    methods.set(method, { steps: [...steps, step], frame });
  }
}

/** Adds steps that answer one method of a path. */
export function addSteps<State>(
  { root, router }: Plan<State>,
  { path, method, steps }: {
    path: string;
    method: Method | "ALL";
    steps: Middleware<State>[];
  },
): void {
  const segment = root.at(path);
  const endpoint = {
    steps: [...segment.steps(), ...steps],
    frame: segment.frame(),
  };
  router.at(path, newMethods<State>).set(method, endpoint);
}

function newMethods<State>(): Methods<Endpoint<State>> {
  return new Map();
}
