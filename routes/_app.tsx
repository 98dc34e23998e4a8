import { asset } from "fresh/runtime";
import { Stylesheets } from "../components/Stylesheets.tsx";
import { define } from "../web/define.ts";

/** The document around every page. */
export default define.page(function App({ Component }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Stylesheets asset={asset} locale="en" />
        <title>Sendoff</title>
      </head>
      <body>
        <Component />
      </body>
    </html>
  );
});
