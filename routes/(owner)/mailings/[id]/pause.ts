import { defineOwner } from "../../../../web/define.ts";
import { act } from "../(_parts)/act.ts";

/** Holds a mailing. */
export const handler = defineOwner.handlers({
  POST: (ctx) =>
    act(ctx, async () => {
      const { core, user, t } = ctx.state;
      const { id } = await core.mailings.of(user.id).pause(ctx.params.id!);
      return {
        path: `/mailings/${id}`,
        text: t.mailings.told.paused,
      };
    }),
});
