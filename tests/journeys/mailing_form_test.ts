import assert from "node:assert/strict";
import { formOf, launch, type MailingFields, withCompany } from "./company.ts";

/** Sends a form that is to be refused, and looks for a sentence at a field. */
function refused(
  name: string,
  { fields, field, sentence }: {
    fields: MailingFields;
    field: string;
    sentence: string;
  },
): void {
  Deno.test(name, () =>
    withCompany(async (company) => {
      const { browser, core, user } = company;
      const form = { ...formOf(company), ...fields };
      const shown = await browser.post("/mailings/new", form);
      assert.equal(shown.status, 422);
      const place = shown.html.slice(
        shown.html.indexOf(`id="${field}-error"`),
      );
      assert.ok(place.includes(sentence), shown.text);
      assert.match(shown.html, /value="Autumn news"/);
      assert.equal(await core.mailings.of(user.id).count(), 0);
    }));
}

refused("a start in the past is refused beside its field", {
  fields: { start: "at", startsAt: "2026-11-22T09:00" },
  field: "startsAt",
  sentence: "This time has passed. Choose a later one.",
});

refused("an end before the start is refused beside its field", {
  fields: {
    start: "at",
    startsAt: "2026-12-02T09:00",
    endsAt: "2026-12-01T09:00",
    repeat: "daily",
  },
  field: "endsAt",
  sentence: "Choose an end after the start, or none.",
});

refused("a mailing without a message is refused beside its field", {
  fields: { textId: "" },
  field: "textId",
  sentence: "Choose a message.",
});

refused("a mailing to nobody is refused beside its field", {
  fields: { kind: "chosen" },
  field: "audience",
  sentence: "Choose at least one client.",
});

refused("a search that nobody matches is refused beside its field", {
  fields: { kind: "search", query: "zebra" },
  field: "audience",
  sentence: "None of your clients match",
});

refused("more clients than can be ticked are refused with a way out", {
  fields: {
    kind: "chosen",
    clientIds: Array.from({ length: 5_001 }, (_, n) => `client-${n}`),
  },
  field: "audience",
  sentence: "Choose everyone, or all that match a search.",
});

refused("a time zone that does not exist is refused beside its field", {
  fields: { timeZone: "Mars/Base" },
  field: "timeZone",
  sentence: "Choose a time zone like Europe/Berlin.",
});

Deno.test("everything that is missing is told at once", () =>
  withCompany(async (company) => {
    const shown = await company.browser.post("/mailings/new", {
      ...formOf(company, { name: "", textId: "", kind: "chosen" }),
    });
    const [told] = shown.text.split(" What Name ");
    assert.match(
      told!,
      /Enter a name for the mailing\. Choose a message\. Choose at least one client\./,
    );
  }));

Deno.test("somebody else's message is refused as one that does not exist", () =>
  withCompany(async (company) => {
    const { browser, core, owner } = company;
    const other = await owner({ email: "eve@elsewhere.example" });
    const foreign = await core.messages.of(other.user.id)
      .create({ subject: "Secret plans", body: "Hidden." });
    const shown = await browser.post("/mailings/new", {
      ...formOf(company),
      textId: foreign.id,
    });
    assert.equal(shown.status, 422);
    assert.match(shown.text, /There is no such message\. Choose another\./);
    assert.doesNotMatch(shown.text, /Secret plans/);
  }));

Deno.test("somebody else's client among those ticked is left out", () =>
  withCompany(async (company) => {
    const { browser, clients, core, owner } = company;
    const other = await owner({ email: "eve@elsewhere.example" });
    const foreign = await core.clients.of(other.user.id)
      .create({ name: "Hidden Person", email: "hidden@example.com" });
    const fields = { kind: "chosen", clientIds: [clients[0]!.id, foreign.id] };
    const checked = await browser.post("/mailings/new", {
      ...formOf(company, fields),
      intent: "check",
    });
    assert.match(checked.text, /Send 1 message now/);
    assert.doesNotMatch(checked.text, /Hidden Person/);
    const path = await launch(company, fields);
    assert.match((await browser.get(path)).text, /1 client, chosen one by one/);
  }));

Deno.test("ticked clients are carried from search to search and sent to alone", () =>
  withCompany(async (company) => {
    const { browser, clients, core, deliver, user } = company;
    const [anna, bob] = clients;
    const form = formOf(company, { kind: "chosen", intent: "check" });
    const first = await browser.post("/mailings/new", {
      ...form,
      clientIds: [anna!.id],
      find: "brown",
    });
    assert.match(first.html, checkedBox(anna!.id));
    assert.match(first.text, /Found with “brown” Bob Brown/);
    const second = await browser.post("/mailings/new", {
      ...form,
      clientIds: [anna!.id, bob!.id],
      find: "clara",
    });
    assert.match(second.text, /2 clients chosen .*Clara Miller/);
    assert.match(second.text, /Send 2 messages now/);
    await launch(company, {
      kind: "chosen",
      clientIds: [anna!.id, bob!.id],
    });
    await deliver();
    const { items } = await core.mailbox.of(user.id).list({ limit: 9 });
    assert.deepEqual(
      items.map(({ to }) => to.address).sort(),
      ["person0@example.com", "person1@example.com"],
    );
  }));

Deno.test("the clients that a search finds are shown page by page", () =>
  withCompany(async (company) => {
    const { browser, core, user } = company;
    await core.clients.of(user.id).createMany(
      Array.from({ length: 12 }, (_, n) => ({
        name: `Zoe ${String(n).padStart(2, "0")}`,
        email: `zoe${n}@example.com`,
      })),
    );
    const form = formOf(company, { kind: "chosen", find: "zoe", intent: "" });
    const first = await browser.post("/mailings/new", form);
    assert.match(first.text, /Zoe 00.*Zoe 09/);
    const next = first.html.match(/name="findAt" value="([^"]+)"/)?.[1];
    const second = await browser.post("/mailings/new", {
      ...form,
      findAt: next!,
    });
    assert.match(second.text, /Zoe 10.*Zoe 11/);
    assert.doesNotMatch(second.text, /Zoe 09/);
  }));

Deno.test("the summary that pages ask for is the one that a check shows", () =>
  withCompany(async (company) => {
    const { browser } = company;
    const form = formOf(company, {
      kind: "search",
      query: "miller",
      start: "at",
      startsAt: "2026-11-30T10:30",
      repeat: "monthly",
      intent: "check",
    });
    const checked = await browser.post("/mailings/new", form);
    const answer = await browser.post("/mailings/summary", form);
    const summary = JSON.parse(answer.html);
    assert.equal(summary.people, "1 client");
    assert.equal(summary.times.length, 5);
    const words = [
      summary.people,
      summary.audience,
      summary.matches,
      summary.message,
      summary.rhythm,
      ...summary.times,
      summary.action,
    ];
    for (const word of words) {
      assert.ok(checked.text.includes(word), `${word} in ${checked.text}`);
    }
  }));

Deno.test("a check changes nothing and keeps what was typed", () =>
  withCompany(async (company) => {
    const { browser, core, user } = company;
    const shown = await browser.post("/mailings/new", {
      ...formOf(company, { kind: "search", query: "orlova <b>" }),
      intent: "check",
    });
    assert.equal(shown.status, 200);
    assert.match(shown.html, /value="orlova &lt;b>"/);
    assert.equal(await core.mailings.of(user.id).count(), 0);
  }));

function checkedBox(id: string): RegExp {
  return new RegExp(`<input(?=[^>]*value="${id}")(?=[^>]*\\bchecked\\b)[^>]*>`);
}
