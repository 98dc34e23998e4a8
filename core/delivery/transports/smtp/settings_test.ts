import assert from "node:assert/strict";
import { Invalid } from "../../../errors.ts";
import { smtpSettings } from "./settings.ts";
import { TIMEOUTS, timeoutsOf } from "./timeouts.ts";

Deno.test("an address alone gives the usual port, TLS when offered, and ten connections", () => {
  assert.deepEqual(smtpSettings(new URL("smtp://mail.example.com")), {
    host: "mail.example.com",
    port: 587,
    user: "",
    password: "",
    tls: "offered",
    verify: true,
    connections: 10,
    messages: 1_000,
    timeouts: TIMEOUTS,
    auth: undefined,
    name: undefined,
  });
});

Deno.test("smtps is encrypted from the first byte, on its own port", () => {
  const { port, tls } = smtpSettings(new URL("smtps://mail.example.com"));
  assert.deepEqual([port, tls], [465, "implicit"]);
});

Deno.test("every parameter is read", () => {
  const url =
    "smtp://an%40na:p%3A%2Fw@[::1]:2525?tls=required&verify=off&connections=3" +
    "&messages=50&timeout=20&auth=xoauth2&name=mail.example.com";
  assert.deepEqual(smtpSettings(new URL(url)), {
    host: "::1",
    port: 2525,
    user: "an@na",
    password: "p:/w",
    tls: "required",
    verify: false,
    connections: 3,
    messages: 50,
    timeouts: timeoutsOf(20),
    auth: "XOAUTH2",
    name: "mail.example.com",
  });
});

for (
  const url of [
    "smtp:mail.example.com",
    "smtp://mail.example.com/inbox",
    "smtp://mail.example.com?tls=maybe",
    "smtp://mail.example.com?verify=no",
    "smtp://mail.example.com?connections=0",
    "smtp://mail.example.com?connections=101",
    "smtp://mail.example.com?connections=many",
    "smtp://mail.example.com?pool=1",
    "smtp://mail.example.com?messages=0",
    "smtp://mail.example.com?timeout=601",
    "smtp://mail.example.com?timeout=1.5",
    "smtp://mail.example.com?auth=cram-md5",
    "smtp://mail.example.com?name=a%20b",
    "smtp://mail.example.com?name=",
    "smtp://anna:secret%00@mail.example.com",
    "smtp://anna:secret%0D%0A@mail.example.com",
    "smtps://mail.example.com?tls=off",
    "smtp://%ff:secret@mail.example.com",
  ]
) {
  Deno.test(`${url} is refused with a sentence for MAIL_URL`, () => {
    assert.throws(() => smtpSettings(new URL(url)), (error) => {
      assert.ok(error instanceof Invalid);
      assert.match(error.fields.MAIL_URL ?? "", /^MAIL_URL .*\.$/);
      assert.doesNotMatch(error.message, /secret/);
      return true;
    });
  });
}

Deno.test("a server that does not speak up is given up in seconds, one that has a message in minutes", () => {
  const { timeouts } = smtpSettings(new URL("smtp://mail.example.com"));
  const { connect, greeting, command, mail, recipient, data, final } = timeouts;
  const phases = [connect, greeting, command, mail, recipient, data];
  assert.ok(phases.every((ms) => ms >= 8_000 && ms < 15_000));
  assert.equal(final, 300_000);
});

Deno.test("a timeout holds for every phase, be it shorter or longer than usual", () => {
  for (const seconds of [2, 600]) {
    const { idle, total, close, ...phases } = timeoutsOf(seconds);
    assert.ok(Object.values(phases).every((ms) => ms === seconds * 1_000));
    assert.ok(total > seconds * 1_000);
    assert.deepEqual([idle, close], [TIMEOUTS.idle, TIMEOUTS.close]);
  }
});
