import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { Status } from "./Status.tsx";

Deno.test("a state is a dot and a word", () => {
  const html = renderToString(<Status state="switched off" />);
  assert.match(html, /<circle/);
  assert.match(html, /Switched off<\/span>$/);
});

Deno.test("a state speaks the reader's language", () => {
  const html = renderToString(<Status state="paused" label="Приостановлена" />);
  assert.match(html, /Приостановлена/);
  assert.doesNotMatch(html, /Paused/);
});
