import assert from "node:assert/strict";
import fc from "fast-check";
import { Slug } from "./article.ts";
import { slugOf } from "./slug.ts";

Deno.test("an address is made of a title's words, Russian ones in latin letters", () => {
  assert.equal(slugOf("Write less, say more"), "write-less-say-more");
  assert.equal(slugOf("Щедрый ёж и объём"), "shchedryy-yozh-i-obyom");
  assert.equal(slugOf("Café: don’t panic"), "cafe-dont-panic");
});

Deno.test("a title without letters that can be written still gets an address", () => {
  assert.equal(slugOf("!!! 你好"), "article");
});

Deno.test("a long title is cut between words", () => {
  const slug = slugOf("word ".repeat(40));
  assert.ok(slug.length <= 70 && slug.endsWith("-word"), slug);
});

Deno.test("every title gives an address that may be typed", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (title) => {
    assert.ok(Slug.safeParse(slugOf(title)).success);
  }));
});
