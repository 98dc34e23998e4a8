import { asset } from "fresh/runtime";
import { Stylesheets } from "../components/Stylesheets.tsx";
import { define } from "../web/define.ts";
import { spokenTo } from "./(_parts)/spoken.ts";

/** The document around every page. */
export default define.page(function App({ Component, state, req }) {
  const { language, t } = spokenTo({ state, req });
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
        <Component />
      </body>
    </html>
  );
});
