import assert from "node:assert/strict";
import { retryAfter } from "./retry_after.ts";

const NOW = new Date("2026-03-01T09:00:00Z");

Deno.test("seconds are turned into milliseconds", () => {
  assert.equal(retryAfter("120", NOW), 120_000);
});

Deno.test("a date is turned into the time until then", () => {
  assert.equal(retryAfter("Sun, 01 Mar 2026 09:00:30 GMT", NOW), 30_000);
});

Deno.test("a wait that is negative or over is one second", () => {
  assert.equal(retryAfter("-5", NOW), 1_000);
  assert.equal(retryAfter("Sun, 01 Mar 2026 08:00:00 GMT", NOW), 1_000);
});

Deno.test("an absurd wait is one hour", () => {
  assert.equal(retryAfter("9".repeat(400), NOW), 3_600_000);
  assert.equal(retryAfter("Sun, 01 Mar 2126 09:00:00 GMT", NOW), 3_600_000);
});

Deno.test("a header that is absent or makes no sense asks for nothing", () => {
  assert.equal(retryAfter(null, NOW), undefined);
  assert.equal(retryAfter("soon", NOW), undefined);
  assert.equal(retryAfter("", NOW), undefined);
});
