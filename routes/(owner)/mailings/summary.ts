import { defineOwner } from "../../../web/define.ts";
import { formValues } from "../../../web/forms.ts";
import { typedFields } from "./(_parts)/fields.ts";
import { summarize } from "./(_parts)/summarize.ts";

/** What a mailing's form would do, for the page that is being typed into. */
export const handler = defineOwner.handlers({
  async GET(ctx) {
    const { core, user } = ctx.state;
    const { searchParams } = ctx.url;
    const chosen = Number(searchParams.get("chosen"));
    const summary = await summarize(typedFields(formValues(searchParams)), {
      core,
      user,
      chosen: Number.isSafeInteger(chosen) ? Math.max(0, chosen) : 0,
      isLaunched: searchParams.has("isLaunched"),
    });
    return ctx.json(summary);
  },
});
