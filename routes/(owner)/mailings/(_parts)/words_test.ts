import assert from "node:assert/strict";
import { catalogueOf } from "../../../../core/i18n/catalogue.ts";
import type { Schedule } from "../../../../core/mailings/schedule.ts";
import {
  audienceInWords,
  rhythmInWords,
  sendingTime,
  type Voice,
} from "./words.ts";

const EN: Voice = { t: catalogueOf("en"), language: "en" };
const RU: Voice = { t: catalogueOf("ru"), language: "ru" };
const SCHEDULE: Schedule = {
  startsAt: "2026-11-24T09:00",
  timeZone: "Europe/Berlin",
  repeat: "weekly",
};

Deno.test("a weekly rhythm names the weekday and the end", () => {
  assert.equal(rhythmInWords(SCHEDULE, EN), "Every Tuesday");
  const ending = { ...SCHEDULE, endsAt: "2027-01-31T18:30" };
  assert.equal(
    rhythmInWords(ending, EN),
    "Every Tuesday, until 31 January 2027, 18:30",
  );
  assert.equal(
    rhythmInWords(ending, RU),
    "Каждый вторник, до 31 января 2027 г., 18:30",
  );
});

Deno.test("a weekday is of the right gender in Russian", () => {
  const on = (startsAt: string) => rhythmInWords({ ...SCHEDULE, startsAt }, RU);
  assert.equal(on("2026-11-23T09:00"), "Каждый понедельник");
  assert.equal(on("2026-11-25T09:00"), "Каждую среду");
  assert.equal(on("2026-11-29T09:00"), "Каждое воскресенье");
});

Deno.test("a monthly rhythm says what happens in shorter months", () => {
  const on = (startsAt: string, voice: Voice) =>
    rhythmInWords({ ...SCHEDULE, repeat: "monthly", startsAt }, voice);
  assert.equal(on("2026-11-28T09:00", EN), "Every month on day 28");
  assert.equal(
    on("2027-01-31T09:00", EN),
    "Every month on day 31, or the last of a shorter month",
  );
  assert.equal(on("2026-11-28T09:00", RU), "Каждый месяц 28-го числа");
});

Deno.test("the end of a mailing that goes out once is not told", () => {
  const once: Schedule = {
    ...SCHEDULE,
    repeat: "once",
    endsAt: "2027-01-31T18:30",
  };
  assert.equal(rhythmInWords(once, EN), "Once");
});

Deno.test("a sending time is told in its zone, with the year where it is another", () => {
  const now = new Date("2026-12-31T22:00:00Z");
  const at = new Date("2026-12-31T23:30:00Z");
  const berlin = { zone: "Europe/Berlin", now };
  const utc = { zone: "UTC", now, weekday: false };
  assert.equal(
    sendingTime(at, { ...berlin, language: "en" }),
    "Fri 1 January 2027, 00:30",
  );
  assert.equal(
    sendingTime(at, { ...berlin, language: "ru" }),
    "пт, 1 января 2027 г., 00:30",
  );
  assert.equal(
    sendingTime(at, { ...utc, language: "en" }),
    "31 December, 23:30",
  );
  assert.equal(
    sendingTime(at, { ...utc, language: "ru" }),
    "31 декабря, 23:30",
  );
});

Deno.test("an audience is told by how it was chosen", () => {
  assert.equal(audienceInWords({ kind: "everyone" }, EN.t), "Everyone");
  assert.equal(
    audienceInWords({ kind: "search", query: "berlin" }, EN.t),
    "Clients with “berlin”",
  );
  const chosen = { kind: "chosen", listId: "a" } as const;
  assert.equal(audienceInWords({ ...chosen, count: 0 }, EN.t), "Nobody yet");
  assert.equal(
    audienceInWords({ ...chosen, count: 1204 }, EN.t),
    "1,204 clients, chosen one by one",
  );
  assert.equal(
    audienceInWords({ ...chosen, count: 21 }, RU.t),
    "21 клиент, поимённо",
  );
});
