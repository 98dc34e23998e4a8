import { App, csp, staticFiles } from "fresh";
import type { State } from "./define.ts";

/** A tiny app that the Builder's tests build. */
export const app: App<State> = new App<State>()
  .use(csp({ useNonce: true }))
  .use(staticFiles())
  .fsRoutes();
