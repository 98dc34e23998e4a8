import assert from "node:assert/strict";
import { reasonOf } from "../../../attempts/reason.ts";
import { NO_CAPABILITIES } from "./capabilities.ts";
import { type Enclosure, envelopeOf } from "./envelope.ts";

const UTF8 = { ...NO_CAPABILITIES, eightBitMime: true, smtpUtf8: true };

function mailFor(to: string, size = 17): Enclosure {
  return { from: "news@example.com", to, size };
}

Deno.test("a domain beyond ASCII goes to every server, in ASCII", () => {
  assert.deepEqual(
    envelopeOf(mailFor("anna@пример.example"), NO_CAPABILITIES),
    {
      mail: "MAIL FROM:<news@example.com>\r\n",
      rcpt: "RCPT TO:<anna@xn--e1afmkfd.example>\r\n",
    },
  );
});

Deno.test("a mailbox beyond ASCII goes to servers that know SMTPUTF8 alone", () => {
  const mail = mailFor("анна@example.com");
  assert.equal(typeof envelopeOf(mail, NO_CAPABILITIES), "string");
  assert.deepEqual(envelopeOf(mail, UTF8), {
    mail: "MAIL FROM:<news@example.com> BODY=8BITMIME SMTPUTF8\r\n",
    rcpt: "RCPT TO:<анна@example.com>\r\n",
  });
});

for (
  const address of [
    "a@b.example>\r\nRCPT TO:<c@d.example",
    "a b@example.com",
    "a@example.com\n",
    "a\u2028@example.com",
    "a\0@example.com",
    "<a@example.com>",
    "a@при мер.example",
    "",
  ]
) {
  Deno.test(`${JSON.stringify(address)} never gets onto an envelope`, () => {
    assert.equal(typeof envelopeOf(mailFor(address), UTF8), "string");
  });
}

Deno.test("what we refuse ourselves counts as the kind of reason that it is", () => {
  const reasonFor = (mail: Enclosure, capabilities = NO_CAPABILITIES) => {
    const refusal = envelopeOf(mail, capabilities);
    return typeof refusal === "string" ? reasonOf(refusal) : undefined;
  };
  const small = { ...NO_CAPABILITIES, largest: 10 };
  assert.equal(reasonFor(mailFor("anna@example.com"), small), "too-large");
  assert.equal(reasonFor(mailFor("анна@example.com")), "bad-address");
  assert.equal(reasonFor(mailFor("a b@example.com")), "bad-address");
});
