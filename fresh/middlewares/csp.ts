import { internalsOf } from "../context.ts";
import type { Middleware } from "../page.ts";

/** How the content security policy differs from the default one. */
export interface CSPOptions {
  /** Reports only, and blocks nothing. */
  reportOnly?: boolean;
  /** Where browsers send reports. */
  reportTo?: string;
  /** Directives that take the place of the defaults of the same name. */
  csp?: string[];
  /** Allows inline scripts and styles by their nonce, where a directive says 'unsafe-inline'. */
  useNonce?: boolean;
}

const DEFAULTS = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "upgrade-insecure-requests",
];

/** Sets the Content-Security-Policy header on what the following steps answer. */
export function csp<State>(options: CSPOptions = {}): Middleware<State> {
  const { reportOnly = false, reportTo, csp = [], useNonce = false } = options;
  const reports = reportTo === undefined
    ? []
    : ["report-to csp", `report-uri ${reportTo}`];
  const directives = [...merge(DEFAULTS, csp), ...reports].join("; ");
  const name = `Content-Security-Policy${reportOnly ? "-Report-Only" : ""}`;

  return async (ctx) => {
    const nonce = useNonce ? internalsOf(ctx).nonce : undefined;
    const response = await ctx.next();
    response.headers.set(
      name,
      nonce === undefined ? directives : withNonce(directives, nonce),
    );
    if (reportTo !== undefined) {
      response.headers.set("Reporting-Endpoints", `csp="${reportTo}"`);
    }
    return response;
  };
}

function merge(defaults: string[], own: string[]): string[] {
  const names = new Set(own.map(nameOf));
  return [
    ...defaults.filter((directive) => !names.has(nameOf(directive))),
    ...own,
  ];
}

function nameOf(directive: string): string {
  return directive.trim().split(/\s/, 1)[0] ?? "";
}

function withNonce(directives: string, nonce: string): string {
  return directives.replaceAll("'unsafe-inline'", `'nonce-${nonce}'`);
}
