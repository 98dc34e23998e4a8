import { catalogueOf } from "../../core/i18n/catalogue.ts";
import type { State } from "../../web/define.ts";
import { languageOf } from "../../web/language_cookie.ts";

/** A request, and what is known of who sent it. */
export interface Spoken {
  /** Where an error came before anybody was identified, some of it is missing. */
  state: Partial<State>;
  req: Request;
}

/** Who reads the answer, and in which language: without better knowledge the browser's. */
export function spokenTo({ state, req }: Spoken) {
  const { user, language = languageOf(req, user) } = state;
  return { user, language, t: state.t ?? catalogueOf(language) };
}
