import { NotFound } from "../../../core/errors.ts";
import { Language } from "../../../core/i18n/language.ts";
import { define } from "../../../web/define.ts";
import { keepLanguage } from "../../../web/language_cookie.ts";
import { nextPath } from "../../../web/next_path.ts";

/** Keeps a visitor's choice of language and goes back to where it was made. */
export const handler = define.handlers({
  GET(ctx) {
    const { data: language } = Language.safeParse(ctx.params.code);
    if (!language) throw new NotFound("There is no such language here.");
    const next = nextPath(ctx.url.searchParams.get("next"), "/");
    const response = ctx.redirect(next, 303);
    keepLanguage(response.headers, ctx.state.site, language);
    return response;
  },
});
