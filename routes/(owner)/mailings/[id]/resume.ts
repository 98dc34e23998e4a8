import { defineOwner } from "../../../../web/define.ts";
import { act } from "../(_parts)/act.ts";
import { toldOf } from "../(_parts)/told.ts";

/** Lets a paused mailing go on. */
export const handler = defineOwner.handlers({
  POST: (ctx) =>
    act(ctx, async () => {
      const { core, user } = ctx.state;
      const mailing = await core.mailings.of(user.id).resume(ctx.params.id!);
      return {
        path: `/mailings/${mailing.id}`,
        text: toldOf(mailing, { ...ctx.state, now: core.store.now() }),
      };
    }),
});
