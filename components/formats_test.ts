import assert from "node:assert/strict";
import { dateFormat, distanceFormat, numberFormat } from "./formats.ts";

Deno.test("a way to write is made once", () => {
  const moscow = { dateStyle: "long", timeZone: "Europe/Moscow" } as const;
  assert.equal(dateFormat("ru", moscow), dateFormat("ru", { ...moscow }));
  assert.equal(numberFormat("ru"), numberFormat("ru"));
  assert.equal(distanceFormat("ru"), distanceFormat("ru"));
});

Deno.test("another language, zone or manner is another way to write", () => {
  const at = new Date("2026-11-23T22:30:00Z");
  const day = (locale: string, timeZone: string) =>
    dateFormat(locale, { dateStyle: "short", timeZone }).format(at);
  assert.equal(day("en-GB", "UTC"), "23/11/2026");
  assert.equal(day("en-GB", "Europe/Moscow"), "24/11/2026");
  assert.equal(day("ru", "UTC"), "23.11.2026");
  assert.equal(numberFormat("en", { style: "percent" }).format(0.5), "50%");
  assert.equal(numberFormat("en").format(0.5), "0.5");
});

Deno.test("ways to write that nobody uses again do not pile up", () => {
  const first = numberFormat("en", { maximumFractionDigits: 3 });
  for (let most = 1; most <= 600; most++) {
    numberFormat(`en-x-${most}`, { maximumFractionDigits: most % 21 });
  }
  assert.notEqual(numberFormat("en", { maximumFractionDigits: 3 }), first);
});
