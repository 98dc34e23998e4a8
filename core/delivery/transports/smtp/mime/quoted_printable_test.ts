import assert from "node:assert/strict";
import fc from "fast-check";
import { quoted, quotedBody } from "./quoted_printable.ts";

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
      assertReads(quoted(text), text);
    }),
    { numRuns: 500 },
  );
});

Deno.test("values between texts read as they are, and no line of the body is too long or delicate", () => {
  const text = fc.array(lines, { minLength: 1, maxLength: 3 })
    .map((some) => some.join("\r\n"));
  const value = fc.oneof(
    fc.constantFrom("Anna", "a b ", " ", ".", "", "=", "Frieda"),
    // Around the length from which a value takes a line of its own.
    fc.integer({ min: 60, max: 90 }).map((length) => "v".repeat(length)),
    lines,
  );
  fc.assert(
    fc.property(text, fc.array(fc.tuple(value, text)), (start, filled) => {
      const pieces = filled.flatMap(([value, text]) => [() => value, text]);
      const body = quotedBody([start, ...pieces])
        .map((piece) => typeof piece === "string" ? piece : piece({}));
      assertReads(body.join(""), start + filled.flat().join(""));
      // Nothing but a break would be a line more.
      assert.doesNotMatch(body.join(""), /^=\r$/m);
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

/** Asserts that a source says the text, in lines that survive their way. */
function assertReads(source: string, text: string): void {
  assert.equal(decoded(source), text);
  for (const line of source.split("\r\n")) {
    assert.ok(line.length <= 76, line);
    assert.doesNotMatch(line, /^[.F]|[ \t]$/);
    assert.doesNotMatch(line, /=(?![0-9A-F]{2}|$)/);
  }
}
