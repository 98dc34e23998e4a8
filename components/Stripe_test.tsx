import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { Stripe } from "./Stripe.tsx";

Deno.test("the stripe is a progress that says what it measures", () => {
  const html = renderToString(
    <Stripe value={30} max={120} label="30 of 120 handled" />,
  );
  assert.match(
    html,
    /<progress\s+value="30" max="120" aria-label="30 of 120 handled"/,
  );
});

Deno.test("a run of nobody is an empty stripe, not an indefinite one", () => {
  assert.match(
    renderToString(<Stripe value={0} max={0} label="" />),
    /value="0" max="1"/,
  );
});
