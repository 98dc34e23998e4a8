import { defineOwner } from "../../../../web/define.ts";
import { act } from "../(_parts)/act.ts";

/** Makes a new draft like the mailing. */
export const handler = defineOwner.handlers({
  POST: (ctx) =>
    act(ctx, async () => {
      const { core, user, t } = ctx.state;
      const copy = await core.mailings.of(user.id).duplicate(ctx.params.id!);
      const { copied, copiedOff } = t.mailings.told;
      return {
        path: `/mailings/${copy.id}/edit`,
        text: copy.switchedOff ? copiedOff : copied,
      };
    }),
});
