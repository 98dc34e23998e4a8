import type { Context } from "fresh";
import { Conflict } from "../../../../core/errors.ts";
import type { OwnerState } from "../../../../web/define.ts";
import { redirectWith } from "../../../../web/redirect.ts";

/** Does something to a mailing and tells on its page what happened, or why it could not. */
export async function act(
  ctx: Context<OwnerState>,
  work: () => Promise<{ path: string; text: string }>,
): Promise<Response> {
  try {
    const { path, text } = await work();
    return redirectWith(ctx, path, { kind: "done", text });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return redirectWith(ctx, `/mailings/${ctx.params.id}`, {
      kind: "failed",
      text: error.message,
    });
  }
}
