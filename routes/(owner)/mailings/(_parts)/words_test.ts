import assert from "node:assert/strict";
import type { Schedule } from "../../../../core/mailings/schedule.ts";
import { audienceInWords, rhythmInWords, sendingTime } from "./words.ts";

const SCHEDULE: Schedule = {
  startsAt: "2026-11-24T09:00",
  timeZone: "Europe/Berlin",
  repeat: "weekly",
};

Deno.test("a weekly rhythm names the weekday and the end", () => {
  assert.equal(rhythmInWords(SCHEDULE), "Every Tuesday");
  assert.equal(
    rhythmInWords({ ...SCHEDULE, endsAt: "2027-01-31T18:30" }),
    "Every Tuesday, until 31 January 2027, 18:30",
  );
});

Deno.test("a monthly rhythm says what happens in shorter months", () => {
  const on = (startsAt: string) =>
    rhythmInWords({ ...SCHEDULE, repeat: "monthly", startsAt });
  assert.equal(on("2026-11-28T09:00"), "Every month on day 28");
  assert.equal(
    on("2027-01-31T09:00"),
    "Every month on day 31, or the last of a shorter month",
  );
});

Deno.test("the end of a mailing that goes out once is not told", () => {
  const once: Schedule = {
    ...SCHEDULE,
    repeat: "once",
    endsAt: "2027-01-31T18:30",
  };
  assert.equal(rhythmInWords(once), "Once");
});

Deno.test("a sending time is told in its zone, with the year where it is another", () => {
  const now = new Date("2026-12-31T22:00:00Z");
  const at = new Date("2026-12-31T23:30:00Z");
  assert.equal(
    sendingTime(at, { zone: "Europe/Berlin", now }),
    "Fri 1 January 2027, 00:30",
  );
  assert.equal(
    sendingTime(at, { zone: "UTC", now, weekday: false }),
    "31 December, 23:30",
  );
});

Deno.test("an audience is told by how it was chosen", () => {
  assert.equal(audienceInWords({ kind: "everyone" }), "Everyone");
  assert.equal(
    audienceInWords({ kind: "search", query: "berlin" }),
    "Clients with “berlin”",
  );
  const chosen = { kind: "chosen", listId: "a" } as const;
  assert.equal(audienceInWords({ ...chosen, count: 0 }), "Nobody yet");
  assert.equal(
    audienceInWords({ ...chosen, count: 1204 }),
    "1,204 clients, chosen one by one",
  );
});
