import assert from "node:assert/strict";
import type { Outcome } from "../../outcome.ts";
import { MAIL } from "../../test_letter.ts";
import type { Answer } from "./exchange.ts";
import { outcomeOf } from "./outcome.ts";
import type { Service } from "./service.ts";
import { PLAIN } from "./services/plain.ts";

const NOW = new Date("2026-03-01T09:00:00Z");
const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };
const HTML_TYPE = { "content-type": "text/html" };
const ERROR = '{"error":"no such mailbox"}';

function outcome(
  status: number,
  text = "",
  { headers = JSON_TYPE, service = PLAIN }: {
    headers?: Answer["headers"];
    service?: Service;
  } = {},
): Outcome {
  return outcomeOf(
    { status, headers, body: { text } },
    { service, mail: MAIL, now: NOW },
  );
}

type Verdict = Outcome["kind"] | "in doubt";

function verdictOf(outcome: Outcome): Verdict {
  const isOpen = outcome.kind === "unavailable" && outcome.inDoubt;
  return isOpen ? "in doubt" : outcome.kind;
}

/** Every status, with JSON and with a page that something in between could have made. */
const STATUSES: [status: number, json: Verdict, page: Verdict][] = [
  [200, "in doubt", "in doubt"],
  [201, "in doubt", "in doubt"],
  [202, "in doubt", "in doubt"],
  [203, "in doubt", "in doubt"],
  [204, "in doubt", "in doubt"],
  [206, "in doubt", "in doubt"],
  [299, "in doubt", "in doubt"],
  [300, "unavailable", "unavailable"],
  [301, "unavailable", "unavailable"],
  [302, "unavailable", "unavailable"],
  [303, "in doubt", "in doubt"],
  [304, "unavailable", "unavailable"],
  [307, "unavailable", "unavailable"],
  [308, "unavailable", "unavailable"],
  [400, "refused", "unavailable"],
  [401, "unavailable", "unavailable"],
  [402, "unavailable", "unavailable"],
  [403, "unavailable", "unavailable"],
  [404, "unavailable", "unavailable"],
  [405, "unavailable", "unavailable"],
  [406, "unavailable", "unavailable"],
  [407, "unavailable", "unavailable"],
  [408, "unavailable", "unavailable"],
  [409, "unavailable", "unavailable"],
  [410, "unavailable", "unavailable"],
  [411, "unavailable", "unavailable"],
  [413, "refused", "refused"],
  [415, "unavailable", "unavailable"],
  [421, "unavailable", "unavailable"],
  [422, "refused", "unavailable"],
  [425, "unavailable", "unavailable"],
  [426, "unavailable", "unavailable"],
  [429, "unavailable", "unavailable"],
  [431, "unavailable", "unavailable"],
  [451, "unavailable", "unavailable"],
  [500, "in doubt", "in doubt"],
  [501, "unavailable", "unavailable"],
  [502, "in doubt", "in doubt"],
  [503, "unavailable", "unavailable"],
  [504, "in doubt", "in doubt"],
  [505, "unavailable", "unavailable"],
  [507, "unavailable", "unavailable"],
  [511, "unavailable", "unavailable"],
  [520, "in doubt", "in doubt"],
  [521, "unavailable", "unavailable"],
  [522, "unavailable", "unavailable"],
  [523, "unavailable", "unavailable"],
  [524, "in doubt", "in doubt"],
  [525, "unavailable", "unavailable"],
  [526, "unavailable", "unavailable"],
  [599, "in doubt", "in doubt"],
  [999, "in doubt", "in doubt"],
];

for (const [status, json, page] of STATUSES) {
  Deno.test(`${status} with an error as JSON: ${json}; with a page: ${page}`, () => {
    const said = outcome(status, ERROR);
    const shown = outcome(status, "<h1>Sorry</h1>", { headers: HTML_TYPE });
    assert.deepEqual([verdictOf(said), verdictOf(shown)], [json, page]);
    assert.match(said.reply, RegExp(`\\b${status}\\b`));
    assert.doesNotMatch(shown.reply, /Sorry/);
  });
}

for (const status of [200, 201, 202]) {
  Deno.test(`${status} with an id is delivered, and the id is the reply`, () => {
    const reply = "abc";
    for (const text of ['{"id":"abc","more":1}', '{"id":" abc "}']) {
      assert.deepEqual(outcome(status, text), { kind: "delivered", reply });
    }
  });
}

const SENSELESS: [
  what: string,
  text: string,
  says: RegExp,
  headers?: Answer["headers"],
][] = [
  ["a page", "<h1>Welcome</h1>", /is not JSON but text\/html/, HTML_TYPE],
  ["JSON that says it is a page", '{"id":"a"}', /text\/html/, HTML_TYPE],
  ["JSON that says nothing of itself", '{"id":"a"}', /of no stated type/, {}],
  ["text that says it is JSON", "ok", /is not JSON, though it says so/],
  ["half of its JSON", '{"id":"a', /is not JSON, though it says so/],
  ["another shape", '{"ok":true}', /is not of the shape \{"id": "\.\.\."\}/],
  ["an error", ERROR, /is not of the shape/],
  ["an id that is no text", '{"id":7}', /is not of the shape/],
  ["an empty id", '{"id":" "}', /is not of the shape/],
  ["a list", '[{"id":"a"}]', /is not of the shape/],
  ["nothing", "", /is not JSON/],
  ["the id of another mail", '{"id":"a","messageId":"b"}', /another mail/],
  ["compressed bytes", "\u001f\u008b", /is compressed/, {
    ...JSON_TYPE,
    "content-encoding": "gzip",
  }],
];

for (const [what, text, says, headers] of SENSELESS) {
  Deno.test(`200 with ${what} leaves the mail in doubt`, () => {
    const said = outcome(200, text, headers && { headers });
    assert.equal(verdictOf(said), "in doubt");
    assert.match(said.reply, says);
  });
}

Deno.test("an answer about the mail that was sent is delivered", () => {
  const text = '{"id":"a","messageId":"m1@example.com"}';
  assert.equal(outcome(200, text).kind, "delivered");
});

Deno.test("a service that takes a mail once leaves nothing in doubt", () => {
  const service = { ...PLAIN, honoursKey: true };
  for (const status of [200, 204, 303, 500, 504]) {
    assert.deepEqual(outcome(status, "?", { service }).kind, "unavailable");
    assert.equal("inDoubt" in outcome(status, "?", { service }), false);
  }
});

Deno.test("what a service reads out of its own words goes before the status", () => {
  const saying = (because: "mail" | "service"): Service => ({
    ...PLAIN,
    read: () => ({ kind: "rejected", because, reason: "not today" }),
  });
  for (const status of [200, 400, 422]) {
    assert.deepEqual(outcome(status, "{}", { service: saying("mail") }), {
      kind: "refused",
      reply: `${status} not today`,
    });
    assert.deepEqual(outcome(status, "{}", { service: saying("service") }), {
      kind: "unavailable",
      reply: `${status} not today`,
    });
  }
});

for (const status of [200, 301, 401, 429, 500, 503]) {
  Deno.test(`${status} is asked how long to wait`, () => {
    const headers = { ...JSON_TYPE, "retry-after": "120" };
    const said = outcome(status, "slow down", { headers });
    assert.ok(said.kind === "unavailable");
    assert.equal(said.retryAfter, 120_000);
  });
}

Deno.test("an answer that broke off counts by its status", () => {
  const broken = (status: number) =>
    outcomeOf(
      { status, headers: JSON_TYPE, body: { flaw: "broke off" } },
      { service: PLAIN, mail: MAIL, now: NOW },
    );
  const verdicts = [200, 400, 413, 503].map((status) =>
    verdictOf(broken(status))
  );
  assert.deepEqual(verdicts, [
    "in doubt",
    "unavailable",
    "refused",
    "unavailable",
  ]);
});

Deno.test("a redirect tells the host it points to, and nothing more of it", () => {
  const said = (location: string) =>
    outcome(308, "", { headers: { location } }).reply;
  assert.equal(
    said("https://anna:secret@api.example.com/a?key=1"),
    "308 The service points to https://api.example.com: set MAIL_URL to where it takes mail.",
  );
  assert.match(said("/v2/mail?key=1"), /to another address of its own:/);
});

for (
  const words of [
    "The sending domain does not pass DMARC",
    "Your IP address is on a block list",
    "Your sending quota is used up: daily limit reached",
  ]
) {
  Deno.test(`"${words}" is about the sender and refuses nobody`, () => {
    const { kind } = outcome(422, JSON.stringify({ error: words }));
    assert.equal(kind, "blocked");
  });
}
