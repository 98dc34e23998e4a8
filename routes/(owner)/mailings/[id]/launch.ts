import { translateError } from "../../../../core/i18n/errors.ts";
import { Invalid } from "../../../../core/errors.ts";
import { defineOwner } from "../../../../web/define.ts";
import { redirectWith } from "../../../../web/redirect.ts";
import { act } from "../(_parts)/act.ts";
import { launchDraft } from "../(_parts)/launch_draft.ts";
import { toldOf } from "../(_parts)/told.ts";

/** Sends a draft on its way; where it lacks something its form says what. */
export const handler = defineOwner.handlers({
  async POST(ctx) {
    const { core, t, language } = ctx.state;
    const id = ctx.params.id!;
    try {
      return await act(ctx, async () => {
        const mailing = await launchDraft(id, ctx.state);
        const text = toldOf(mailing, { t, language, now: core.store.now() });
        return { path: `/mailings/${id}`, text };
      });
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      return redirectWith(ctx, `/mailings/${id}/edit`, {
        kind: "failed",
        text: `${t.mailings.told.notReady} ${
          translateError(language, error.message)
        }`,
      });
    }
  },
});
