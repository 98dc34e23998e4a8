import assert from "node:assert/strict";
import { type Reason, reasonOf, REASONS } from "./reason.ts";

/** Replies as servers give them, each with the kind it is of. */
const TABLE: readonly (readonly [Reason, string])[] = [
  ["no-mailbox", "550 5.1.1 The email account that you tried to reach"],
  ["no-mailbox", "450 4.1.1 <a@b.example>: Recipient address rejected"],
  ["no-domain", "550 5.1.2 Bad destination system"],
  ["bad-address", "553 5.1.3 Bad syntax"],
  ["bad-address", "550 5.1.4 Ambiguous"],
  ["no-mailbox", "550 5.1.6 Moved"],
  ["no-domain", "556 5.1.10 Recipient address has null MX"],
  ["mailbox-closed", "550 5.2.1 The account is disabled"],
  ["later", "450 4.2.1 Receiving mail at too high a rate"],
  ["mailbox-full", "552-5.2.2 The account is over its limit"],
  ["mailbox-full", "452 4.2.2 Mailbox full"],
  ["too-large", "552 5.2.3 Too big"],
  ["later", "452 4.3.1 Insufficient system storage"],
  ["later", "453 4.3.2 System not accepting"],
  ["too-large", "552 5.3.4 Beyond the limit"],
  ["connection", "451 4.4.1 No answer from host"],
  ["connection", "421 4.4.2 Lost in the middle"],
  ["connection", "451 4.4.3 Directory"],
  ["no-domain", "550 5.4.4 Unable to route"],
  ["later", "451 4.4.5 Congested"],
  ["connection", "554 5.4.6 Routing loop"],
  ["connection", "554 5.4.7 Delivery time expired"],
  ["later", "452 4.5.3 Recipients"],
  ["spam", "550 5.7.1 Not authorised"],
  ["later", "451 4.7.1 Come back in five minutes"],
  ["spam", "550 5.7.2 List"],
  ["not-authenticated", "550 5.7.20 A"],
  ["not-authenticated", "550 5.7.21 A"],
  ["not-authenticated", "550 5.7.22 A"],
  ["not-authenticated", "550 5.7.23 A"],
  ["not-authenticated", "550 5.7.24 A"],
  ["not-authenticated", "550 5.7.25 A"],
  ["not-authenticated", "550 5.7.26 A"],
  ["not-authenticated", "550 5.7.27 A"],
  ["sending-limit", "450 4.7.28 A"],
  ["not-allowed", "553 5.1.8 A"],
  ["not-allowed", "554 5.7.1 Relay access denied"],
  ["sender-blocked", "550 5.7.606 A"],
  ["later", "550 Greylisted"],
  ["later", "554 Try again later"],
  ["sending-limit", "550 5.0.0 Too many connections"],
  ["sending-limit", "550 Rate limit"],
  ["sending-limit", "550 Throttled"],
  ["mailbox-full", "550 User is over quota"],
  ["mailbox-full", "550 Quota exceeded"],
  ["mailbox-full", "550 Mailbox is full"],
  ["mailbox-full", "550 The inbox is full"],
  ["too-large", "554 Message is too large"],
  ["too-large", "554 Message exceeds size"],
  ["too-large", "500 Size limit"],
  ["spam", "550 Looks like spam"],
  ["spam", "550 Junk"],
  ["sender-blocked", "550 Blacklisted"],
  ["sender-blocked", "550 On our block list"],
  ["sender-blocked", "550 DNSBL"],
  ["sender-blocked", "550 Poor reputation"],
  ["not-authenticated", "550 DMARC"],
  ["not-authenticated", "550 DKIM"],
  ["no-domain", "550 Domain not found"],
  ["no-domain", "550 Host b.example unknown"],
  ["no-domain", "550 Domain does not exist"],
  ["no-domain", "550 Unknown domain"],
  ["no-domain", "550 NXDOMAIN"],
  ["no-domain", "550 No MX for it"],
  ["no-mailbox", "554 No such user here"],
  ["no-mailbox", "554 Unknown mailbox"],
  ["no-mailbox", '422 {"error":"invalid recipient"}'],
  ["no-mailbox", "554 User anna unknown"],
  ["no-mailbox", "554 Recipient not found"],
  ["no-mailbox", "554 Account does not exist"],
  ["mailbox-closed", "554 Mailbox disabled"],
  ["mailbox-closed", "554 This account is inactive"],
  ["bad-address", "The recipient's address is not an e-mail address."],
  ["bad-address", '400 {"error":"bad to address"}'],
  ["connection", "450 Timed out"],
  ["connection", "450 Timeout"],
  ["connection", "450 Connection reset"],
  ["connection", "450 Network unreachable"],
  ["connection", "450 ECONNRESET"],
  ["no-mailbox", '404 {"error":"?"}'],
  ["too-large", "413"],
  ["later", "421 A"],
  ["connection", "441 A"],
  ["connection", "442 A"],
  ["later", "450 A"],
  ["later", "451 A"],
  ["later", "452 A"],
  ["bad-address", "501 A"],
  ["bad-address", "510 A"],
  ["no-mailbox", "511 A"],
  ["no-domain", "512 A"],
  ["no-domain", "521 A"],
  ["too-large", "523 A"],
  ["no-mailbox", "550 A"],
  ["no-mailbox", "551 A"],
  ["mailbox-full", "552 A"],
  ["bad-address", "553 A"],
  ["spam", "554 A"],
  ["no-domain", "556 A"],
  ["other", '422 {"error":"template"}'],
  ["other", "555 A"],
  ["other", "5501 A"],
  ["other", ""],
];

for (const [reason, reply] of TABLE) {
  Deno.test(`"${reply}" is of the kind ${reason}`, () => {
    assert.equal(reasonOf(reply), reason);
  });
}

Deno.test("every kind of reason is given by some reply", () => {
  const given = new Set(TABLE.map(([reason]) => reason));
  assert.deepEqual(REASONS.filter((reason) => !given.has(reason)), []);
});

Deno.test("numbers of an address or a link are no codes", () => {
  assert.equal(reasonOf("550 from 5.1.2.9: refused"), "no-mailbox");
  assert.equal(
    reasonOf("554 refused, see https://mail.example/5.2.2"),
    "spam",
  );
});

Deno.test("a long hostile reply is read at once", () => {
  const reply = `555 ${"mailbox user account ".repeat(30)}`.slice(0, 500);
  assert.equal(reasonOf(reply), "other");
});
