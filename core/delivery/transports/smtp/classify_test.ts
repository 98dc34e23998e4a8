import assert from "node:assert/strict";
import { type Command, type Verdict, verdictOn } from "./classify.ts";
import { ReplyParser } from "./reply.ts";

function verdict(command: Command, text: string): Verdict {
  const parser = new ReplyParser();
  parser.push(new TextEncoder().encode(`${text}\r\n`));
  const reply = parser.next();
  assert.ok(reply);
  return verdictOn(command, reply);
}

/** A reply, and what it means to MAIL, to RCPT, to DATA and to the end of the message. */
type Row = [
  reply: string,
  mail: Verdict,
  rcpt: Verdict,
  data: Verdict,
  end: Verdict,
];

const D = "delivered";
const L = "deferred";
const R = "refused";
const U = "unavailable";

const TABLE: Row[] = [
  // Basic codes of RFC 5321 and its extensions, alone.
  ["211 status", D, D, U, D],
  ["214 help", D, D, U, D],
  ["220 ready", D, D, U, D],
  ["235 in", D, D, U, D],
  ["250 ok", D, D, U, D],
  ["251 will forward", D, D, U, D],
  ["252 cannot verify", D, D, U, D],
  ["334 prompt", U, U, U, U],
  ["354 go on", U, U, D, U],
  ["421 closing", U, U, U, U],
  ["422 over quota", U, L, L, L],
  ["431 out of memory", U, L, L, L],
  ["432 change your password", U, U, U, U],
  ["441 no answer from host", U, L, L, L],
  ["442 bad connection", U, L, L, L],
  ["446 loop", U, L, L, L],
  ["447 expired", U, L, L, L],
  ["450 busy", U, L, L, L],
  ["451 local error", U, L, L, L],
  ["452 no space", U, L, L, L],
  ["454 no TLS now", U, U, U, U],
  ["455 parameters, not now", U, L, L, L],
  ["458 cannot queue", U, L, L, L],
  ["459 not allowed", U, L, L, L],
  ["500 what", U, U, U, U],
  ["501 syntax of parameters", U, R, R, R],
  ["502 not implemented", U, U, U, U],
  ["503 wrong order", U, U, U, U],
  ["504 parameter not implemented", U, U, U, U],
  ["510 bad address", U, R, R, R],
  ["511 bad address", U, R, R, R],
  ["512 no such domain", U, R, R, R],
  ["513 bad type of address", U, R, R, R],
  ["521 takes no mail", U, U, U, U],
  ["523 encryption needed", U, U, U, U],
  ["524 password expired", U, U, U, U],
  ["525 account disabled", U, U, U, U],
  ["530 sign in first", U, U, U, U],
  ["534 too weak", U, U, U, U],
  ["535 wrong password", U, U, U, U],
  ["538 encrypt first", U, U, U, U],
  ["541 rejected", U, R, R, R],
  ["550 no such user", U, R, R, R],
  ["551 not local", U, R, R, R],
  ["552 too large", R, R, R, R],
  ["553 name not allowed", U, R, R, R],
  ["554 failed", U, R, R, R],
  ["555 parameters unknown", U, R, R, R],
  ["556 domain takes no mail", U, R, R, R],
  // Subject 0: undefined.
  ["450 4.0.0 later", U, L, L, L],
  ["550 5.0.0 no", U, R, R, R],
  // Subject 1: addresses.
  ["450 4.1.0 address", U, L, L, L],
  ["550 5.1.0 address", U, R, R, R],
  ["450 4.1.1 mailbox unknown for now", U, L, L, L],
  ["550 5.1.1 no such mailbox", U, R, R, R],
  ["450 4.1.2 domain not found", U, L, L, L],
  ["550 5.1.2 bad system", U, R, R, R],
  ["501 5.1.3 syntax of the address", U, R, R, R],
  ["553 5.1.4 ambiguous", U, R, R, R],
  ["250 2.1.5 valid", D, D, U, D],
  ["551 5.1.6 moved", U, R, R, R],
  ["553 5.1.7 bad sender", U, U, U, U],
  ["450 4.1.8 sender's domain not found", U, U, U, U],
  ["550 5.1.8 sender's domain", U, U, U, U],
  ["556 5.1.10 null MX", U, R, R, R],
  // Subject 2: mailboxes.
  ["450 4.2.0 mailbox", U, L, L, L],
  ["450 4.2.1 disabled for now", U, L, L, L],
  ["550 5.2.1 disabled", U, R, R, R],
  ["452 4.2.2 full", U, L, L, L],
  ["552 5.2.2 full", U, R, R, R],
  ["552 5.2.3 too long for the mailbox", R, R, R, R],
  ["450 4.2.4 list expansion", U, L, L, L],
  // What names the address or the mailbox is about it, whatever the basic code.
  ["524 5.2.4 leads nowhere", U, R, R, R],
  ["530 5.1.1 no such mailbox", U, R, R, R],
  ["454 4.2.1 disabled for now", U, L, L, L],
  ["503 5.1.0 address", U, U, U, U],
  ["530 5.2.0 mailbox", U, U, U, U],
  ["503 5.1.8 sender's domain", U, U, U, U],
  ["421 4.2.1 closing", U, U, U, U],
  // Subject 3: the mail system.
  ["451 4.3.0 temporary lookup failure", U, L, L, L],
  ["554 5.3.0 system", U, R, R, R],
  ["452 4.3.1 system full", U, L, L, L],
  ["451 4.3.2 takes nothing now", U, U, U, U],
  ["554 5.3.2 takes nothing", U, U, U, U],
  ["554 5.3.3 not capable", U, R, R, R],
  ["552 5.3.4 too large", R, R, R, R],
  ["452 4.3.4 too large for now", U, L, L, L],
  ["451 4.3.5 wrongly set up", U, U, U, U],
  ["554 5.3.5 wrongly set up", U, U, U, U],
  // Subject 4: network and routing.
  ["450 4.4.0 network", U, L, L, L],
  ["450 4.4.1 no answer", U, L, L, L],
  ["450 4.4.2 bad connection", U, L, L, L],
  ["451 4.4.3 directory failure", U, L, L, L],
  ["450 4.4.4 cannot route", U, L, L, L],
  ["550 5.4.4 cannot route", U, R, R, R],
  ["451 4.4.5 congestion", U, U, U, U],
  ["554 5.4.6 loop", U, R, R, R],
  ["554 5.4.7 expired", U, R, R, R],
  // Subject 5: protocol.
  ["554 5.5.0 protocol", U, R, R, R],
  ["554 5.5.1 no valid recipients", U, R, R, R],
  ["503 5.5.1 wrong order", U, U, U, U],
  ["501 5.5.2 syntax", U, R, R, R],
  ["500 5.5.2 syntax", U, U, U, U],
  ["452 4.5.3 too many recipients", U, U, U, U],
  ["550 5.5.3 too many recipients", U, R, R, R],
  ["501 5.5.4 arguments", U, R, R, R],
  ["555 5.5.4 unsupported option", U, R, R, R],
  // Subject 6: content.
  ["451 4.6.0 content", U, L, L, L],
  ["554 5.6.0 content", U, R, R, R],
  ["554 5.6.1 media not supported", U, R, R, R],
  ["554 5.6.3 conversion needed", U, R, R, R],
  ["553 5.6.7 letters of the address", R, R, R, R],
  ["550 5.6.9 letters of the header", R, R, R, R],
  // Subject 7: security and policy.
  ["451 4.7.0 policy", U, L, L, L],
  ["550 5.7.0 policy", U, R, R, R],
  ["451 4.7.1 greylisted", U, L, L, L],
  ["554 5.7.1 relay access denied", U, R, R, R],
  ["550 5.7.2 list", U, R, R, R],
  ["550 5.7.7 integrity", U, R, R, R],
  ["454 4.7.8 authentication", U, U, U, U],
  ["550 5.7.8 authentication", U, U, U, U],
  ["550 5.7.9 too weak", U, U, U, U],
  ["550 5.7.10 encrypt", U, U, U, U],
  ["550 5.7.11 encrypt", U, U, U, U],
  ["422 4.7.12 password change", U, U, U, U],
  ["550 5.7.13 account disabled", U, U, U, U],
  ["550 5.7.14 trust", U, U, U, U],
  ["550 5.7.17 owner changed", U, R, R, R],
  ["550 5.7.18 domain's owner changed", U, R, R, R],
  ["550 5.7.20 no DKIM", U, R, R, R],
  ["550 5.7.23 SPF", U, U, U, U],
  ["451 4.7.24 SPF", U, U, U, U],
  ["550 5.7.25 no reverse name", U, U, U, U],
  ["550 5.7.26 not authenticated", U, U, U, U],
  ["550 5.7.27 sender takes no mail", U, U, U, U],
  ["450 4.7.28 too much mail", U, U, U, U],
  // An enhanced code that contradicts the basic one says nothing.
  ["450 5.1.1 what", U, L, L, L],
  ["550 4.7.28 what", U, R, R, R],
];

const COMMANDS: Command[] = ["MAIL", "RCPT", "DATA", "."];

for (const [reply, ...meanings] of TABLE) {
  Deno.test(`"${reply}" means what the table says at each command`, () => {
    assert.deepEqual(
      COMMANDS.map((command) => verdict(command, reply)),
      meanings,
    );
  });
}
