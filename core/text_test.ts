import assert from "node:assert/strict";
import { singleLine, wordsOf } from "./text.ts";

Deno.test("words are lower case, each once, in any script", () => {
  assert.deepEqual(wordsOf("Иванов Иван", "ivan@example.com, иван"), [
    "иванов",
    "иван",
    "ivan",
    "example",
    "com",
  ]);
});

Deno.test("text on one line refuses what would break a line", () => {
  const name = singleLine("a name", 10);
  assert.equal(name.parse("  Anna "), "Anna");
  for (
    const text of ["", "   ", "a\r\nb", "a\u2028b", "a\0b", "x".repeat(11), 7]
  ) {
    assert.equal(
      name.safeParse(text).success,
      false,
      `accepted ${JSON.stringify(text)}`,
    );
  }
});
