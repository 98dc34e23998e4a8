import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { en } from "../core/i18n/en/mod.ts";
import { type SharedWords, useWords } from "./words.ts";

function given(): SharedWords {
  let words: SharedWords | undefined;
  function Probe() {
    words = useWords();
    return null;
  }
  renderToString(<Probe />);
  assert.ok(words);
  return words;
}

Deno.test("what stands where a page gives no words is what English pages give", () => {
  const { explain: _, ...words } = given();
  assert.partialDeepStrictEqual({ ...en.common, frame: en.frame }, words);
});
