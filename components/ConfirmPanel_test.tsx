import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { ConfirmPanel } from "./ConfirmPanel.tsx";

Deno.test("what cannot be taken back names what goes and offers the way out", () => {
  const html = renderToString(
    <ConfirmPanel
      action="/clients/1/delete"
      title="Delete Anna Orlova"
      goes={["12 attempts"]}
      confirm="Delete Anna Orlova"
      cancel={{ href: "/clients/1", label: "Keep" }}
    />,
  );
  assert.match(html, /<form method="post" action="\/clients\/1\/delete"/);
  assert.match(html, /<li\s*>12 attempts<\/li>/);
  assert.match(html, /<a href="\/clients\/1"/);
});
