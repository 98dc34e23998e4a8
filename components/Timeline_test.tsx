import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { Timeline } from "./Timeline.tsx";

const BUCKETS = [
  { label: "09:00", delivered: 90, deferred: 10, refused: 0 },
  { label: "09:05", delivered: 1200, deferred: 0, refused: 0 },
];

Deno.test("the chart's numbers stand in a table for those who listen", () => {
  const html = renderToString(
    <Timeline caption="Outcomes" buckets={BUCKETS} />,
  );
  assert.match(html, /<caption>Outcomes<\/caption>/);
  assert.match(
    html,
    /<th scope="row">09:05<\/th><td\s*>1,200<\/td><td\s*>0<\/td><td\s*>0<\/td>/,
  );
});

Deno.test("the highest bar fills the chart and the others keep to its scale", () => {
  const html = renderToString(
    <Timeline caption="Outcomes" buckets={BUCKETS} />,
  );
  const heights = [...html.matchAll(/<rect\s+class[^>]* height="([^"]+)"/g)]
    .map((
      bar,
    ) => bar[1]);
  assert.deepEqual(heights, ["9.00", "1.00", "120.00"]);
});

Deno.test("a run in which nothing happened yet is drawn without bars", () => {
  const html = renderToString(<Timeline caption="Outcomes" buckets={[]} />);
  assert.doesNotMatch(html, /NaN|∞|<rect/);
});
