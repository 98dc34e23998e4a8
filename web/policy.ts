import { csp } from "fresh";
import type { State } from "./define.ts";

/** The content policy of pages: our own files, and scripts that carry the page's nonce. */
export const pagePolicy = csp<State>({
  useNonce: true,
  csp: [
    "default-src 'none'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "style-src 'self'",
    // Its place is taken by the page's nonce: nothing inline goes without one.
    "script-src 'self' 'unsafe-inline'",
  ],
});
