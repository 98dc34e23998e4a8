import { Language } from "../core/i18n/language.ts";
import { readCookie, setCookie } from "./cookies.ts";
import type { Site } from "./define.ts";

const NAME = "language";
const YEAR = 365 * 24 * 60 * 60;

/** The language that was chosen with this browser, without an account. */
export function chosenLanguage(headers: Headers): Language | undefined {
  return Language.safeParse(readCookie(headers, NAME)).data;
}

/** Lets the browser keep a choice of language. */
export function keepLanguage(
  headers: Headers,
  site: Site,
  language: Language,
): void {
  setCookie(headers, [NAME, language], {
    maxAge: YEAR,
    secure: site.baseUrl.startsWith("https:"),
  });
}
