import assert from "node:assert/strict";
import { preferredLanguage } from "./language.ts";

Deno.test("the language liked best among ours is taken", () => {
  assert.equal(preferredLanguage("ru-RU,ru;q=0.9,en;q=0.8"), "ru");
  assert.equal(preferredLanguage("de-DE,de;q=0.9,en-US;q=0.5,ru;q=0.7"), "ru");
  assert.equal(preferredLanguage("en-GB, ru;q=0.9"), "en");
  assert.equal(preferredLanguage("ru;q=0, en;q=0.1"), "en");
});

Deno.test("without a wish that can be met it is English", () => {
  for (const header of [null, "", "de", "*", "rus", ";;;", "ru;q=x"]) {
    assert.equal(preferredLanguage(header), "en", String(header));
  }
});
