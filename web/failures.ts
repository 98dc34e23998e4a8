import { HttpError } from "fresh";
import { Conflict, Forbidden, Invalid, NotFound } from "../core/errors.ts";
import { define } from "./define.ts";

type ErrorStatus = ConstructorParameters<typeof HttpError>[0];

const STATUS = new Map<unknown, ErrorStatus>([
  [NotFound, 404],
  [Forbidden, 403],
  [Conflict, 409],
  [Invalid, 422],
]);

/** The HTTP status of a failure of the core; undefined for what nobody foresaw. */
export function statusOf(error: unknown): ErrorStatus | undefined {
  for (const [kind, status] of STATUS) {
    if (typeof kind === "function" && error instanceof kind) return status;
  }
  return undefined;
}

/** Turns the core's failures into the web's, once for all routes. */
export const failures = define.middleware(async (ctx) => {
  try {
    return await ctx.next();
  } catch (error) {
    const status = statusOf(error);
    if (status === undefined) {
      const { method } = ctx.req;
      const asked = `${method} ${ctx.route ?? "an unknown address"}`;
      ctx.state.core.warnings.add("error", `${asked}: ${error}`);
      throw error;
    }
    throw new HttpError(
      status,
      error instanceof Error ? error.message : undefined,
      { cause: error },
    );
  }
});
