import { Language, preferredLanguage } from "../core/i18n/language.ts";
import type { User } from "../core/users/user.ts";
import { readCookie, setCookie } from "./cookies.ts";
import type { Site } from "./define.ts";

const NAME = "language";
const YEAR = 365 * 24 * 60 * 60;

/** The language to answer in: what the user chose, else this browser's visitor, else its settings. */
export function languageOf(
  { headers }: Request,
  user: Pick<User, "language"> | undefined,
): Language {
  return user?.language ??
    Language.safeParse(readCookie(headers, NAME)).data ??
    preferredLanguage(headers.get("accept-language"));
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
