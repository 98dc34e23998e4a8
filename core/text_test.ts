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

Deno.test("a name does not turn around what stands after it", () => {
  const name = singleLine("the name", 20);
  assert.equal(name.parse("Anna\u202Egnp.exe\u2066"), "Annagnp.exe");
  assert.ok(!name.safeParse("\u202E").success);
});
