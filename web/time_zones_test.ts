import assert from "node:assert/strict";
import { commonTimeZones, TIME_ZONES } from "./time_zones.ts";

Deno.test("the short list of time zones holds those of one's own too, each once", () => {
  const own = ["Asia/Chita", "Europe/Berlin", "Asia/Kolkata", "Asia/Chita"];
  const values = commonTimeZones(...own).map(({ value }) => value);
  for (const zone of [...own, "UTC", "Europe/Moscow"]) {
    assert.equal(values.filter((value) => value === zone).length, 1, zone);
  }
});

Deno.test("the short list is short, and every zone in it is one", () => {
  const short = commonTimeZones();
  assert.equal(short.length, 68);
  assert.ok(short.length < TIME_ZONES.length / 5);
});
