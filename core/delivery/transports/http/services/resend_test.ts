import assert from "node:assert/strict";
import { MAIL } from "../../../test_letter.ts";
import { RESEND } from "./resend.ts";

Deno.test("a mail goes to Resend in its own words", () => {
  assert.deepEqual(RESEND.authorization("re_1"), {
    authorization: "Bearer re_1",
  });
  assert.deepEqual(RESEND.body(MAIL, "mailing"), {
    from: '"Company N" <news@example.com>',
    to: ['"Anna" <anna@example.com>'],
    subject: "News",
    text: "Hello",
    html: "<p>Hello</p>",
    reply_to: "joe@example.com",
    headers: { "List-Unsubscribe": "<https://a>" },
  });
});

Deno.test("what is sent to Resend is the same on every try, as its idempotency wants", () => {
  const first = JSON.stringify(RESEND.body(MAIL, "mailing"));
  const later = { ...MAIL, date: new Date(1) };
  assert.equal(JSON.stringify(RESEND.body(later, "mailing")), first);
});

Deno.test("an id of Resend's accepts the mail", () => {
  const id = "49a3999c-0ce1-4ea6-ab68-afcd6dc2e794";
  assert.deepEqual(RESEND.read({ id }, MAIL), { kind: "accepted", id });
});

const ERRORS: [name: string, message: string, because: "mail" | "service"][] = [
  ["validation_error", "Invalid `to` field.", "mail"],
  ["validation_error", "Invalid `to` field: `from`@example.com", "mail"],
  ["validation_error", "Invalid `from` field.", "service"],
  ["missing_required_field", "Missing `subject` field.", "mail"],
  ["security_error", "We may have found a security issue.", "mail"],
  ["invalid_from_address", "Invalid from field.", "service"],
  ["invalid_idempotency_key", "The key must be 1-256 chars.", "service"],
  ["invalid_access", "Access must be full or sending.", "service"],
  ["rate_limit_exceeded", "Too many requests.", "service"],
];

for (const [name, message, because] of ERRORS) {
  Deno.test(`Resend's ${name}, "${message}", is about the ${because}`, () => {
    const answer = { statusCode: 422, name, message };
    assert.deepEqual(RESEND.read(answer, MAIL), {
      kind: "rejected",
      because,
      reason: `${name}: ${message}`,
    });
  });
}

for (const answer of [{ id: "" }, { id: 1 }, { data: { id: "a" } }, null]) {
  Deno.test(`${JSON.stringify(answer)} is nothing that Resend says`, () => {
    assert.equal(RESEND.read(answer, MAIL).kind, "senseless");
  });
}
