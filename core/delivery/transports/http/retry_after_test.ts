import assert from "node:assert/strict";
import fc from "fast-check";
import { retryAfter } from "./retry_after.ts";

const NOW = new Date("2026-03-01T09:00:00Z");
const SECOND = 1_000;
const HOUR = 3_600_000;

const WAITS: [header: string | undefined, wait: number | undefined][] = [
  ["120", 120_000],
  [" 120 ", 120_000],
  ["1.5", 1_500],
  ["0", SECOND],
  ["0.2", SECOND],
  ["-5", SECOND],
  ["3600", HOUR],
  ["3601", HOUR],
  ["9".repeat(400), HOUR],
  ["-" + "9".repeat(400), SECOND],
  ["Sun, 01 Mar 2026 09:00:30 GMT", 30_000],
  ["Sunday, 01-Mar-26 09:00:30 GMT", 30_000],
  ["Sun Mar  1 09:00:30 2026", 30_000],
  ["Sun, 01 Mar 2026 08:00:00 GMT", SECOND],
  ["Thu, 01 Jan 1970 00:00:00 GMT", SECOND],
  ["Sun, 01 Mar 2126 09:00:00 GMT", HOUR],
  [undefined, undefined],
  ["", undefined],
  [" ", undefined],
  ["soon", undefined],
  ["soon 5", undefined],
  ["5 minutes", undefined],
  ["120, 60", undefined],
  ["1e9", undefined],
  ["0x10", undefined],
  ["+5", undefined],
  ["NaN", undefined],
  ["Infinity", undefined],
  ["2026-03-01T09:00:30Z", undefined],
  ["Sun, 41 Mar 2026 09:00:30 GMT", undefined],
  ["Sun, 01 Mar 2026 29:00:30 GMT", undefined],
  ["Sun, 01 Mar 2026 09:00:30 CET", undefined],
];

for (const [header, wait] of WAITS) {
  const shown = (header ?? "no header").slice(0, 40);
  Deno.test(`"${shown}" asks for ${wait ?? "nothing"}`, () => {
    assert.equal(retryAfter(header, NOW), wait);
  });
}

Deno.test("whatever the header is, the wait is between a second and an hour", () => {
  const header = fc.oneof(fc.string(), fc.double().map(String));
  fc.assert(fc.property(header, (text) => {
    const wait = retryAfter(text, NOW) ?? SECOND;
    assert.ok(wait >= SECOND && wait <= HOUR, `${wait}`);
  }));
});
