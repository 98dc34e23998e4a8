import assert from "node:assert/strict";
import fc from "fast-check";
import { replyLine } from "./outcome.ts";

Deno.test("a reply of several lines becomes one", () => {
  assert.equal(
    replyLine("250-one\r\n250 two\u2028three\t\0four "),
    "250-one 250 two three four",
  );
});

Deno.test("a long reply is cut at 500 characters", () => {
  assert.equal(replyLine("x".repeat(501)).length, 500);
  assert.equal(replyLine("x".repeat(500)), "x".repeat(500));
});

Deno.test("any reply is one well-formed line of at most 500 characters", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", minLength: 400, maxLength: 700 }),
      (text) => {
        const line = replyLine(text);
        assert.ok(line.length <= 500);
        assert.ok(line.isWellFormed());
        assert.doesNotMatch(line, /[\p{Cc}\u2028\u2029]/u);
      },
    ),
  );
});
