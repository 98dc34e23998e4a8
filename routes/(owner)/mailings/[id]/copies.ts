import { defineOwner } from "../../../../web/define.ts";
import { act } from "../(_parts)/act.ts";

/** Makes a new draft like the mailing. */
export const handler = defineOwner.handlers({
  POST: (ctx) =>
    act(ctx, async () => {
      const { core, user } = ctx.state;
      const copy = await core.mailings.of(user.id).duplicate(ctx.params.id!);
      return {
        path: `/mailings/${copy.id}/edit`,
        text: "This is the copy, a draft. The first mailing stays as it is.",
      };
    }),
});
