import { defineOwner } from "../../../web/define.ts";
import { readForm } from "../../../web/forms.ts";
import { typedFields } from "./(_parts)/fields.ts";
import { summarize } from "./(_parts)/summarize.ts";

/** What a mailing's form would do, for the page that is being typed into. */
export const handler = defineOwner.handlers({
  async POST(ctx) {
    const { core, user } = ctx.state;
    const form = await readForm(ctx.req);
    // Of an id that is nobody's, or another's, the form of a new mailing is left.
    const mailing = await core.mailings.of(user.id).find(form.text("mailing"));
    const fields = typedFields(form);
    return ctx.json(await summarize(fields, { ...ctx.state, mailing }));
  },
});
