import { Conflict } from "../../../../../core/errors.ts";
import { defineOwner } from "../../../../../web/define.ts";
import { redirectWith } from "../../../../../web/redirect.ts";

/** Lets somebody in again. */
export const handler = defineOwner.handlers({
  async POST(ctx) {
    const { core, user: by, t } = ctx.state;
    const id = ctx.params.id ?? "";
    const path = `/manage/users/${id}`;
    try {
      const { name } = await core.oversight.users.unblock(id, { by });
      return redirectWith(ctx, path, {
        kind: "done",
        text: t.manager.users.wasUnblocked(name),
      });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return redirectWith(ctx, path, { kind: "failed", text: error.message });
    }
  },
});
