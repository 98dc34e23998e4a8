import assert from "node:assert/strict";
import { MAIL } from "../../../test_letter.ts";
import { postmark } from "./postmark.ts";

const SERVICE = postmark({ stream: "weekly" });

Deno.test("the token goes into Postmark's own header", () => {
  assert.deepEqual(SERVICE.authorization("t"), {
    "x-postmark-server-token": "t",
  });
});

Deno.test("a mail goes to Postmark in its own words, with our Message-ID", () => {
  const mail = {
    ...MAIL,
    from: { ...MAIL.from, name: 'Smith, "Joe"' },
    to: { ...MAIL.to, name: "" },
  };
  assert.deepEqual(SERVICE.body(mail, "mailing"), {
    From: '"Smith, \\"Joe\\"" <news@example.com>',
    To: "anna@example.com",
    Subject: "News",
    TextBody: "Hello",
    HtmlBody: "<p>Hello</p>",
    ReplyTo: "joe@example.com",
    Headers: [
      { Name: "List-Unsubscribe", Value: "<https://a>" },
      { Name: "Message-ID", Value: "<m1@example.com>" },
      { Name: "X-PM-KeepID", Value: "true" },
    ],
    MessageStream: "weekly",
  });
});

Deno.test("what somebody asked for stays apart from mailings", () => {
  assert.equal(SERVICE.body(MAIL, "account").MessageStream, "outbound");
});

Deno.test("an answer of Postmark's without an error accepts the mail", () => {
  const answer = {
    To: "anna@example.com",
    SubmittedAt: "2026-03-01T09:00:00.1234567Z",
    MessageID: "b7bc2f4a-e38e-4336-af7d-e6c392c2f817",
    ErrorCode: 0,
    Message: "OK",
  };
  assert.deepEqual(SERVICE.read(answer, MAIL), {
    kind: "accepted",
    id: "b7bc2f4a-e38e-4336-af7d-e6c392c2f817",
  });
});

const ERRORS: [code: number, message: string, because: "mail" | "service"][] = [
  [300, "Invalid 'To' address: 'anna'.", "mail"],
  [300, "Error parsing 'To': Illegal email address 'x'.", "mail"],
  [300, "Invalid 'To' address: ''From'@example.com'.", "mail"],
  [300, "Invalid 'From' address: 'news@example.com'.", "service"],
  [300, "Error parsing 'From': Illegal email domain.", "service"],
  [406, "You tried to send to a recipient that is inactive.", "mail"],
  [10, "Bad or missing API token.", "service"],
  [100, "Maintenance.", "service"],
  [400, "The 'From' address is not a Sender Signature.", "service"],
  [401, "Sender signature not confirmed.", "service"],
  [402, "Invalid JSON.", "service"],
  [405, "Not allowed to send: you ran out of credits.", "service"],
  [412, "Your account is pending approval.", "service"],
  [413, "Your account may not send.", "service"],
  [429, "Rate limit exceeded.", "service"],
  [1235, "The message stream does not exist.", "service"],
];

for (const [ErrorCode, Message, because] of ERRORS) {
  Deno.test(`Postmark's error ${ErrorCode}, "${Message}", is about the ${because}`, () => {
    assert.deepEqual(SERVICE.read({ ErrorCode, Message }, MAIL), {
      kind: "rejected",
      because,
      reason: `${ErrorCode} ${Message}`,
    });
  });
}

for (
  const answer of [
    { ErrorCode: 0, Message: "OK" },
    { ErrorCode: 0, Message: "OK", MessageID: " " },
    { ErrorCode: "0", Message: "OK", MessageID: "a" },
    { id: "a" },
    [],
    null,
  ]
) {
  Deno.test(`${JSON.stringify(answer)} is nothing that Postmark says`, () => {
    assert.equal(SERVICE.read(answer, MAIL).kind, "senseless");
  });
}
