import assert from "node:assert/strict";
import { exactTime, relativeTime } from "./relative_time.ts";

const now = new Date("2026-11-23T12:00:00Z");
const inMinutes = (minutes: number) =>
  new Date(now.getTime() + minutes * 60_000);
const english = (minutes: number) =>
  relativeTime(inMinutes(minutes), { now, zone: "UTC", locale: "en" });

Deno.test("a moment is told by its largest whole unit", () => {
  assert.equal(english(0), "now");
  assert.equal(english(59), "in 59 minutes");
  assert.equal(english(119), "in 1 hour");
  assert.equal(english(125), "in 2 hours");
  assert.equal(english(-24 * 60), "yesterday");
});

Deno.test("a moment beyond 30 days is told by its date where the reader is", () => {
  const at = new Date("2027-01-31T22:30:00Z");
  assert.equal(
    relativeTime(at, { now, zone: "Europe/Moscow", locale: "en" }),
    "Feb 1, 2027",
  );
});

Deno.test("a moment is told in the reader's language", () => {
  assert.equal(
    relativeTime(inMinutes(120), { now, zone: "UTC", locale: "ru" }),
    "через 2 часа",
  );
});

Deno.test("the exact time names its zone", () => {
  assert.match(
    exactTime(now, { zone: "Europe/Moscow", locale: "en" }),
    /3:00.PM GMT\+3/,
  );
});
