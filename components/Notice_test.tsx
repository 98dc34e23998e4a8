import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { Notice } from "./Notice.tsx";

Deno.test("a notice is named by its heading, which says since when if that is told", () => {
  const parts = {
    id: "off",
    icon: "power",
    title: "Off",
    children: "Why",
  } as const;
  const now = new Date("2026-03-02T09:00:00Z");
  const at = new Date("2026-03-01T09:00:00Z");
  const html = renderToString(<Notice {...parts} since={{ at, now }} />);
  assert.match(html, /<section aria-labelledby="off"/);
  assert.match(html, /<h2 id="off"[^>]*>Off <span[^>]*><time /);
  assert.match(renderToString(<Notice {...parts} />), /<h2[^>]*>Off<\/h2>Why/);
});
