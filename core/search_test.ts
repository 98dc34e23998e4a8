import assert from "node:assert/strict";
import { indexedWords, Search } from "./search.ts";
import { wordsOf } from "./text.ts";

Deno.test("each word of a search has to begin a word of the record", () => {
  const search = new Search("Ива пет");
  assert.ok(search.matches(wordsOf("Пётр Иванов, петух")));
  assert.ok(!search.matches(wordsOf("Иванов")));
  assert.ok(!search.matches(wordsOf("Диван, петух")));
});

Deno.test("the most telling word leads; a shared domain gives way to the name before it", () => {
  assert.equal(new Search("al Petrova an").lead, "petrova");
  assert.equal(new Search("client 1234").lead, "1234");
  assert.equal(new Search("al@very-long-domain.example").lead, "al");
  assert.equal(new Search("@example.com").lead, "example");
});

Deno.test("a search without words leads nowhere; an empty field is none", () => {
  const { lead } = new Search("?!");
  assert.ok(!wordsOf("any words").some((word) => word.startsWith(lead)));
  assert.equal(Search.from("  "), undefined);
  assert.equal(Search.from(undefined), undefined);
  assert.ok(Search.from("?"));
});

Deno.test("a word of any length is led to by its beginning", () => {
  for (const letter of ["x", "ш", "𐐨"]) {
    const long = letter.repeat(300);
    const [word] = indexedWords([long]);
    assert.ok(word && word.length < 100 && word.isWellFormed());
    assert.ok(word.startsWith(new Search(long).lead));
    assert.ok(word.startsWith(new Search(letter).lead));
  }
});

Deno.test("of a long text the first 150 words are indexed", () => {
  const words = Array.from({ length: 400 }, (_, i) => `w${i}`);
  assert.deepEqual(indexedWords(words), words.slice(0, 150));
});
