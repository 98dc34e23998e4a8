import assert from "node:assert/strict";
import { month, SEASONS } from "./calendar.ts";
import { occurrencesUntil } from "./calendar_model.ts";
import { seeded } from "./seeded.ts";

for (const [season, start] of Object.entries(SEASONS)) {
  Deno.test(`no occurrence is missed but by the rule, and none is sent twice, in ${season}`, async () => {
    const { runs } = await month(start, seeded(2));
    assert.ok(runs > 20, `${runs} runs`);
  });
}

Deno.test("the model itself knows the gap and the repeated hour", () => {
  const inBerlin = (startsAt: string) =>
    occurrencesUntil({
      startsAt,
      timeZone: "Europe/Berlin",
      repeat: "once",
    }, Infinity).map((at) => new Date(at).toISOString());
  assert.deepEqual(inBerlin("2026-03-29T02:30"), ["2026-03-29T01:30:00.000Z"]);
  assert.deepEqual(inBerlin("2026-10-25T02:30"), ["2026-10-25T00:30:00.000Z"]);
});
