import { define } from "../../../../web/define.ts";

/** Takes the end of a subscription back. */
export const handler = define.handlers({
  async POST(ctx) {
    const token = ctx.params.token ?? "";
    await ctx.state.core.subscriptions.change(token, { subscribed: true });
    return ctx.redirect(`/unsubscribe/${token}`, 303);
  },
});
