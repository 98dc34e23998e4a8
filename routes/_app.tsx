import { asset } from "fresh/runtime";
import { Reader } from "../components/reader.ts";
import { Stylesheets } from "../components/Stylesheets.tsx";
import { LOCALES } from "../core/i18n/language.ts";
import { define } from "../web/define.ts";

/** The document around every page. */
export default define.page(function App({ Component, state }) {
  // Where an error came before anybody was identified, nothing is known of the reader.
  const { language = "en", user } = state;
  const reading = { locale: LOCALES[language], zone: user?.timeZone ?? "UTC" };
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Stylesheets asset={asset} locale={language} />
        <title>Sendoff</title>
      </head>
      <body>
        <Reader.Provider value={reading}>
          <Component />
        </Reader.Provider>
      </body>
    </html>
  );
});
