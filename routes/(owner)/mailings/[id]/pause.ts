import { defineOwner } from "../../../../web/define.ts";
import { act } from "../(_parts)/act.ts";

/** Holds a mailing. */
export const handler = defineOwner.handlers({
  POST: (ctx) =>
    act(ctx, async () => {
      const { core, user } = ctx.state;
      const { id } = await core.mailings.of(user.id).pause(ctx.params.id!);
      return {
        path: `/mailings/${id}`,
        text: "Paused. Nothing goes out until you resume it.",
      };
    }),
});
