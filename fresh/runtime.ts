import type { ComponentChildren } from "preact";

export { asset } from "./assets.ts";
export { HttpError } from "./errors.ts";

/** Whether this code runs in a browser. */
export const IS_BROWSER: boolean = typeof document !== "undefined";

/** Puts its children into the document's head; the server's renderer picks them up. */
export function Head(_props: { children?: ComponentChildren }): null {
  return null;
}
