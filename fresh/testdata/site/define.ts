import { createDefine, type Define } from "fresh";

/** What the fixture's middlewares leave for its pages. */
export interface State {
  trail: string[];
}

/** The fixture's typed `define`. */
export const define: Define<State> = createDefine<State>();
