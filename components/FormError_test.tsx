import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { FormError } from "./FormError.tsx";

Deno.test("each error leads to its field, and one of the whole form leads nowhere", () => {
  const html = renderToString(
    <FormError errors={{ name: "Give a name.", "": "Look again." }} />,
  );
  assert.match(html, /role="alert"/);
  assert.match(html, /<a href="#name"[^>]*>Give a name\.<\/a>/);
  assert.match(html, /<li\s*>Look again\.<\/li>/);
});

Deno.test("a form without errors has no summary", () => {
  assert.equal(renderToString(<FormError errors={{}} />), "");
});
