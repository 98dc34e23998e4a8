import assert from "node:assert/strict";
import fc from "fast-check";
import { quoted } from "./quoted_printable.ts";

/** RFC 2045 backwards. */
function decoded(text: string): string {
  return text.replaceAll("=\r\n", "").replaceAll(
    /=([0-9A-F]{2})/g,
    (_, hex) => String.fromCharCode(parseInt(hex, 16)),
  );
}

const letters = [..."=.F ax\t", "=3D", "From ", "http://a.example/?b="];
const lines = fc.array(fc.constantFrom(...letters), { maxLength: 200 })
  .map((parts) => parts.join(""));

Deno.test("ASCII in quoted-printable reads as before, and no line of it is too long or delicate", () => {
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 4 }), (given) => {
      const text = given.join("\r\n");
      const source = quoted(text);
      assert.equal(decoded(source), text);
      for (const line of source.split("\r\n")) {
        assert.ok(line.length <= 76, line);
        assert.doesNotMatch(line, /^[.F]|[ \t]$/);
        assert.doesNotMatch(line, /=(?![0-9A-F]{2}|$)/);
      }
    }),
    { numRuns: 500 },
  );
});

Deno.test("a long link is cut where the line is full", () => {
  const link = `https://sendoff.example/${"a".repeat(60)}=${"b".repeat(80)}`;
  const [first = "", second = ""] = quoted(link).split("\r\n");
  assert.equal(first.length, 76);
  assert.ok(first.endsWith("a="));
  assert.ok(second.startsWith("aaaaaaaaa=3Db"));
});
