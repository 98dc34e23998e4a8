import assert from "node:assert/strict";
import { isoInZone, tookInWords } from "./reader_words.ts";

const ENGLISH = { locale: "en-GB", zone: "UTC" };

Deno.test("a length of time is told by its two largest units", () => {
  const told = [0, 340, 9_900, 61_000, 3_600_000, 93_784_000]
    .map((ms) => tookInWords(ms, ENGLISH));
  assert.deepEqual(told, [
    "0 secs",
    "0.3 secs",
    "9.9 secs",
    "1 min 1 sec",
    "1 hr",
    "1 day 2 hrs",
  ]);
});

Deno.test("a moment is written with its zone's distance at that time", () => {
  const winter = new Date("2026-01-01T12:00:00.900Z");
  const summer = new Date("2026-07-01T12:00:00Z");
  assert.equal(isoInZone(winter, "Europe/Berlin"), "2026-01-01T13:00:00+01:00");
  assert.equal(isoInZone(summer, "Europe/Berlin"), "2026-07-01T14:00:00+02:00");
});
