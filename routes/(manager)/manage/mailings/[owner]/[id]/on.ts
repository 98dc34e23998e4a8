import { Conflict } from "../../../../../../core/errors.ts";
import { defineOwner } from "../../../../../../web/define.ts";
import { redirectWith } from "../../../../../../web/redirect.ts";
import { addressIn, pathOf } from "../../../../(_parts)/mailing_address.ts";

/** Lets a mailing go out again. */
export const handler = defineOwner.handlers({
  async POST(ctx) {
    const { core, user: by, t } = ctx.state;
    const address = addressIn(ctx.params);
    const words = t.manager.mailings;
    try {
      const { name, status } = await core.oversight.mailings
        .switchOn(address, { by });
      return redirectWith(ctx, pathOf(address), {
        kind: "done",
        text: `${words.wasSwitchedOn(name)} ${words.onNow[status]}`,
      });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return redirectWith(ctx, pathOf(address), {
        kind: "failed",
        text: error.message,
      });
    }
  },
});
