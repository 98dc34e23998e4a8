import { asset } from "fresh/runtime";
import { Reader } from "../components/reader.ts";
import { Stylesheets } from "../components/Stylesheets.tsx";
import { Words } from "../components/words.ts";
import { catalogueOf } from "../core/i18n/catalogue.ts";
import { translateError } from "../core/i18n/errors.ts";
import { LOCALES } from "../core/i18n/language.ts";
import { define } from "../web/define.ts";
import { languageOf } from "../web/language_cookie.ts";

/** The document around every page. */
export default define.page(function App({ Component, state, req }) {
  // Where an error came before anybody was identified, the browser alone tells of the reader.
  const { user, language = languageOf(req, user), t = catalogueOf(language) } =
    state;
  const reading = { locale: LOCALES[language], zone: user?.timeZone ?? "UTC" };
  const words = {
    ...t.common,
    frame: t.frame,
    explain: (sentence: string) => translateError(language, sentence),
  };
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Stylesheets asset={asset} locale={language} />
        <title>{t.common.product}</title>
      </head>
      <body>
        <Reader.Provider value={reading}>
          <Words.Provider value={words}>
            <Component />
          </Words.Provider>
        </Reader.Provider>
      </body>
    </html>
  );
});
