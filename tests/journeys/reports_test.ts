import assert from "node:assert/strict";
import { attemptIdOf } from "../../core/attempts/attempt.ts";
import type { Outcome } from "../../core/delivery/outcome.ts";
import type { Transport } from "../../core/delivery/transports/transport.ts";
import { keepSession } from "../../web/session_cookie.ts";
import { type Company, launch, runOn, withCompany } from "./company.ts";
import { parseCsv } from "./csv.ts";

const HOSTILE = ["=1+1", "+7 999", "-2", "@SUM(A1)", '"quoted", with comma'];

/** A mail service that says something else to each. */
const moody: Transport = {
  name: "moody",
  send: (_letter, { address }) => Promise.resolve(answerTo(address)),
  close: () => Promise.resolve(),
};

function answerTo(address: string): Outcome {
  if (address === "person0@example.com") {
    return { kind: "refused", reply: "550 5.1.1 No such user" };
  }
  if (address === "person1@example.com") {
    return { kind: "deferred", reply: "452 4.2.2 Mailbox full" };
  }
  if (address.startsWith("spam")) {
    return { kind: "refused", reply: '=cmd("5.7.1 spam, they say")' };
  }
  return { kind: "delivered", reply: "250 2.0.0 Ok" };
}

async function addHostile({ core, user }: Company): Promise<void> {
  const clients = core.clients.of(user.id);
  for (const [n, name] of HOSTILE.entries()) {
    await clients.create({ name, email: `spam${n}@example.com` });
  }
  const gone = await clients.create({
    name: "Gone",
    email: "gone@example.com",
  });
  await clients.setUnsubscribed(gone.id, core.store.now());
}

async function sendRun(
  company: Company,
): Promise<{ path: string; run: string }> {
  await addHostile(company);
  const path = await launch(company);
  for (let n = 0; n < 3; n++) {
    await company.deliver();
    company.pass(5);
  }
  return { path, run: runOn(await company.browser.get(path)) };
}

Deno.test("a run's report tells outcomes, reasons and those who were not reached", () =>
  withCompany(async (company) => {
    const { browser } = company;
    const { run, path } = await sendRun(company);
    assert.match((await browser.get(run)).html, /href="[^"]+\/report"/);
    const { text, html } = await browser.get(`${run}/report`);
    assert.match(text, /Report on the run of 23 November 2026 at 09:00/);
    assert.match(text, /Delivered 1 11\.1% Waiting 1 11\.1% Refused 6 66\.7%/);
    assert.match(text, /Skipped, got no mail 1 11\.1%/);
    assert.match(text, /Refused as spam or by the server’s rules 5 83\.3%/);
    assert.match(text, /No such mailbox 1 16\.7%/);
    assert.match(text, /Why tries were put off Mailbox is full \d/);
    assert.match(text, /Over time .*09:00 1 1 6/);
    assert.doesNotMatch(text, /Slowest deliveries/);
    const link = html.match(/href="([^"]*reason=no-mailbox#failed)"/)![1]!;
    const filtered = await browser.get(link);
    assert.match(
      filtered.text,
      /Not delivered: No such mailbox .* Анна Орлова .*550 5\.1\.1 No such user/,
    );
    assert.doesNotMatch(filtered.text, /spam0@example/);
    const mailing = await browser.get(`${path}/report`);
    assert.match(mailing.text, /Refused 6 66\.7%.* Runs .* 9 1 6 11\.1/);
    const spam = await browser.get(`${path}/report?reason=spam`);
    assert.doesNotMatch(spam.text, /person0@example/);
    assert.match(spam.text, /spam0@example/);
  }, { transport: moody }));

Deno.test("a run's report tells who got the message after several tries", () => {
  const tries = new Map<string, number>();
  const send: Transport["send"] = (_letter, { address }) => {
    const number = (tries.get(address) ?? 0) + 1;
    tries.set(address, number);
    return Promise.resolve(
      address === "person2@example.com" && number < 3
        ? { kind: "deferred", reply: "450 4.2.0 Greylisted" }
        : answerTo("anybody@example.com"),
    );
  };
  return withCompany(async (company) => {
    const { run } = await sendRun(company);
    const { text } = await company.browser.get(`${run}/report`);
    assert.match(text, /Slowest deliveries .* Clara Miller .*10 mins 3/);
    assert.doesNotMatch(text, /Slowest deliveries .* Bob Brown/);
  }, { transport: { ...moody, send } });
});

Deno.test("reports are told in Russian to those who read it", () =>
  withCompany(async (company) => {
    const { browser } = company;
    const { run, path } = await sendRun(company);
    const russian = { headers: { "accept-language": "ru" } };
    const one = (await browser.get(`${run}/report`, russian)).text;
    assert.match(one, /Отчёт об отправке 23 ноября 2026 г\. в 09:00/);
    assert.match(one, /Доставлено 1 11,1\s% Ожидает 1/);
    assert.match(one, /Почему сообщения не доставлены .* Нет такого ящика 1/);
    assert.match(one, /Доли считаются от 9 получателей/);
    const all = (await browser.get(`${path}/report`, russian)).text;
    assert.match(all, /Отчёт: Autumn news .* Отправки .* 9 1 6 11,1/);
    const overview = (await browser.get("/overview", russian)).text;
    assert.match(overview, /Не доставлено за последние 7 дней 6 сообщений/);
  }, { transport: moody }));

Deno.test("the overview tells what failed and why, with the way to the report", () =>
  withCompany(async (company) => {
    const { browser } = company;
    assert.doesNotMatch((await browser.get("/overview")).text, /last 7 days/);
    const { path } = await sendRun(company);
    const { text, html } = await browser.get("/overview");
    assert.match(
      text,
      /last 7 days 6 messages Why Refused as spam .* 5 83\.3%/,
    );
    assert.match(text, /In which mailings Autumn news 6 100%/);
    assert.ok(html.includes(`href="${path}/report"`));
  }, { transport: moody }));

Deno.test("a report's file says of every recipient what the attempts say, and runs no formula", () =>
  withCompany(async (company) => {
    const { browser, core, user } = company;
    await core.users.updateProfile(user, {
      name: user.name,
      timeZone: "Europe/Moscow",
    });
    const { run, path } = await sendRun(company);
    const shown = await browser.get(`${run}/report.csv`);
    assert.match(shown.headers.get("content-type")!, /^text\/csv/);
    assert.match(shown.headers.get("content-disposition")!, /^attachment/);
    const [header, ...rows] = parseCsv(shown.html);
    assert.deepEqual(header, [
      ..."Run,Name,E-mail,Outcome,Reason,Tries".split(","),
      ..."Answer of the mail server,First try,Last try".split(","),
    ]);
    const attempts = await Array.fromAsync(
      core.attempts.of(user.id).iterate(run.split("/").at(-1)!),
    );
    const people = Map.groupBy(attempts, ({ email }) => email);
    assert.equal(rows.length, people.size + 1);
    const defused = (text: string) => /^[=+\-@]/.test(text) ? `'${text}` : text;
    for (
      const [due, name, email, outcome, , tries, reply, first, last] of rows
    ) {
      assert.equal(due, "2026-11-23T12:00:00+03:00");
      const tried = people.get(email!);
      if (!tried) {
        assert.deepEqual([email, outcome, tries, first], [
          "gone@example.com",
          "Skipped",
          "0",
          "",
        ]);
        continue;
      }
      const end = tried.at(-1)!;
      assert.equal(name, defused(end.name));
      assert.equal(outcome!.toLowerCase(), end.outcome);
      assert.equal(tries, String(tried.length));
      assert.equal(reply, defused(end.reply));
      assert.equal(Date.parse(first!), tried[0]!.at.getTime());
      assert.equal(Date.parse(last!), end.at.getTime());
    }
    const whole = await browser.get(`${path}/report.csv`);
    assert.equal(whole.html, shown.html);
  }, { transport: moody }));

Deno.test("whoever was not tried yet is in the file as waiting", () =>
  withCompany(async (company) => {
    const { browser, deliver } = company;
    const path = await launch(company);
    await deliver();
    const run = runOn(await browser.get(path));
    const rows = parseCsv((await browser.get(`${run}/report.csv`)).html);
    const waiting = rows.filter((row) => row[3] === "Waiting");
    assert.deepEqual(waiting.map((row) => row[5]), ["0", "0", "0"]);
    assert.match((await browser.get(`${run}/report`)).text, /Nothing was sent/);
  }, {
    transport: {
      ...moody,
      send: () => Promise.resolve({ kind: "unavailable", reply: "421 Closed" }),
    },
  }));

Deno.test("a file of 20,000 recipients is written while it is read", () =>
  withCompany(async (company) => {
    const { browser, core, deliver, site, user, answer } = company;
    const path = await launch(company);
    await deliver();
    const run = runOn(await browser.get(path));
    await putAttempts(company, run.split("/").at(-1)!, 20_000);
    const { token } = await core.sessions.start(user);
    const cookies = new Headers();
    keepSession(cookies, site, token);
    const [cookie = ""] = cookies.getSetCookie()[0]!.split(";");
    const response = await answer(
      new Request(`https://sendoff.test${run}/report.csv`, {
        headers: { cookie },
      }),
    );
    let lines = 0;
    let largest = 0;
    for await (const chunk of response.body!) {
      largest = Math.max(largest, chunk.byteLength);
      for (const byte of chunk) if (byte === 10) lines++;
    }
    assert.equal(lines, 20_001);
    assert.ok(largest < 100_000, `${largest} bytes at once`);
  }));

/** Puts tries on record as if the run had that many recipients. */
async function putAttempts(
  { core, user }: Company,
  runId: string,
  count: number,
): Promise<void> {
  const made = await Array.fromAsync(
    core.attempts.of(user.id).iterate(runId),
  );
  const [first] = made;
  assert.ok(first);
  const batch = core.store.batch();
  for (let seq = made.length; seq < count; seq++) {
    const id = attemptIdOf(runId, seq, 1);
    await batch.unit((tx) => core.attempts.put({ ...first, id }, tx));
  }
  await batch.finish();
}

Deno.test("somebody else's reports are not there", () =>
  withCompany(async (company) => {
    const { run, path } = await sendRun(company);
    const eve =
      (await company.owner({ email: "eve@elsewhere.example" })).browser;
    const other = await launch(company, { name: "Other" });
    const wrong = `${other}/runs/${run.split("/").at(-1)}`;
    for (const report of ["report", "report.csv"]) {
      for (const page of [`${path}/${report}`, `${run}/${report}`]) {
        assert.equal((await eve.get(page)).status, 404, page);
      }
      const moved = await company.browser.get(`${wrong}/${report}`);
      assert.equal(moved.status, 404, report);
    }
  }, { transport: moody }));
