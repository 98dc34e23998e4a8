import assert from "node:assert/strict";
import * as fc from "fast-check";
import {
  firstAfter,
  firstFrom,
  instantOf,
  occurrencesBetween,
  type Schedule,
  Schedule as ScheduleSchema,
  upcoming,
  wallTimeOf,
} from "./schedule.ts";

const BERLIN: Schedule = {
  startsAt: "2026-03-27T02:30",
  timeZone: "Europe/Berlin",
  repeat: "daily",
};

function times(schedule: Schedule, count: number): string[] {
  return upcoming(schedule, new Date(0), count).map((at) => at.toISOString());
}

Deno.test("a mailing sent once has one occurrence", () => {
  assert.deepEqual(times({ ...BERLIN, repeat: "once" }, 5), [
    "2026-03-27T01:30:00.000Z",
  ]);
});

Deno.test("a daily mailing keeps its local time across a clock change, once a day", () => {
  assert.deepEqual(times(BERLIN, 4), [
    "2026-03-27T01:30:00.000Z",
    "2026-03-28T01:30:00.000Z",
    "2026-03-29T01:30:00.000Z", // 02:30 does not exist: 03:30 in summer time
    "2026-03-30T00:30:00.000Z",
  ]);
});

Deno.test("a time that comes twice in autumn is used once, the first time", () => {
  const autumn: Schedule = { ...BERLIN, startsAt: "2026-10-24T02:30" };
  assert.deepEqual(times(autumn, 3), [
    "2026-10-24T00:30:00.000Z",
    "2026-10-25T00:30:00.000Z",
    "2026-10-26T01:30:00.000Z",
  ]);
});

Deno.test("a weekly mailing comes every seventh day", () => {
  const weekly: Schedule = {
    ...BERLIN,
    startsAt: "2026-06-01T09:00",
    repeat: "weekly",
  };
  assert.deepEqual(times(weekly, 2), [
    "2026-06-01T07:00:00.000Z",
    "2026-06-08T07:00:00.000Z",
  ]);
});

Deno.test("a monthly mailing from the 31st uses the last day of shorter months and returns", () => {
  const monthly: Schedule = {
    startsAt: "2027-01-31T12:00",
    timeZone: "UTC",
    repeat: "monthly",
  };
  assert.deepEqual(times(monthly, 4).map((at) => at.slice(0, 10)), [
    "2027-01-31",
    "2027-02-28",
    "2027-03-31",
    "2027-04-30",
  ]);
});

Deno.test("nothing occurs at the end or after it", () => {
  const ending: Schedule = { ...BERLIN, endsAt: "2026-03-28T02:30" };
  assert.equal(times(ending, 9).length, 1);
  assert.equal(
    firstAfter(ending, instantOf("2026-03-28T02:30", "Europe/Berlin")),
    undefined,
  );
});

Deno.test("what was missed is counted and the last of it is known", () => {
  const from = new Date("2026-04-01T00:00:00Z");
  const until = new Date("2026-04-05T12:00:00Z");
  const times = occurrencesBetween(BERLIN, { from, until });
  assert.equal(times.length, 5);
  assert.equal(times.at(-1)?.toISOString(), "2026-04-05T00:30:00.000Z");
});

Deno.test("wall-clock time and instant turn into each other", () => {
  const at = instantOf("2026-11-24T09:00", "Asia/Yekaterinburg");
  assert.equal(at.toISOString(), "2026-11-24T04:00:00.000Z");
  assert.equal(wallTimeOf(at, "Asia/Yekaterinburg"), "2026-11-24T09:00:00");
});

Deno.test("dates and zones that do not exist are refused", () => {
  for (
    const startsAt of ["2026-02-30T10:00", "2026-13-01T10:00", "tomorrow", ""]
  ) {
    assert.equal(
      ScheduleSchema.safeParse({ ...BERLIN, startsAt }).success,
      false,
      startsAt,
    );
  }
  for (const timeZone of ["Mars/Olympus", "", "+03:00"]) {
    assert.equal(
      ScheduleSchema.safeParse({ ...BERLIN, timeZone }).success,
      false,
      timeZone,
    );
  }
});

Deno.test("occurrences are found directly where walking from the start would find them", () => {
  const schedule = fc.record({
    startsAt: fc.date({
      min: new Date("2020-01-01T00:00:00Z"),
      max: new Date("2027-12-31T00:00:00Z"),
      noInvalidDate: true,
    }).map((date) => date.toISOString().slice(0, 16)),
    timeZone: fc.constantFrom(
      "UTC",
      "Europe/Berlin",
      "America/St_Johns",
      "Australia/Lord_Howe",
    ),
    repeat: fc.constantFrom(
      "daily" as const,
      "weekly" as const,
      "monthly" as const,
    ),
  });
  fc.assert(
    fc.property(schedule, fc.integer({ min: 0, max: 60 }), (schedule, n) => {
      const walked = upcoming(schedule, new Date(0), n + 2);
      const [nth, following] = walked.slice(-2) as [Date, Date];
      assert.deepEqual(firstFrom(schedule, nth), nth);
      assert.deepEqual(firstAfter(schedule, nth), following);
      assert.ok(following > nth);
    }),
    { numRuns: 150 },
  );
});
