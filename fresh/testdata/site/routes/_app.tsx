import { asset } from "fresh/runtime";
import { define } from "../define.ts";

export default define.layout(({ Component }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>Fixture</title>
      <link rel="stylesheet" href={asset("/hello.txt")} />
    </head>
    <body>
      <Component />
    </body>
  </html>
));
