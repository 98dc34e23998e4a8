import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { ShareBars } from "./ShareBars.tsx";

Deno.test("each part has its number and its share of the whole", () => {
  const html = renderToString(
    <ShareBars
      label="Outcomes"
      whole={1000}
      parts={[
        { id: "a", label: "Delivered", count: 985, tone: "sent" },
        { id: "b", label: "Refused", count: 0, tone: "lost", href: "/x" },
      ]}
    />,
  );
  assert.match(html, /985<\/span>.*98\.5%/s);
  assert.match(html, /<a href="\/x"[^>]*>Refused<\/a>.*>0%/s);
  assert.equal(html.match(/<rect/g)?.length, 3);
});

Deno.test("parts of nothing are drawn without a number that is none", () => {
  const html = renderToString(
    <ShareBars
      label="Outcomes"
      whole={0}
      parts={[{ id: "a", label: "Delivered", count: 0, tone: "sent" }]}
    />,
  );
  assert.doesNotMatch(html, /NaN|∞/);
});
