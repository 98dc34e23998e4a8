import assert from "node:assert/strict";
import { Invalid } from "../../errors.ts";
import { smtpSettings } from "./smtp_url.ts";

Deno.test("an address alone gives the usual port, TLS when offered, and ten connections", () => {
  assert.deepEqual(smtpSettings(new URL("smtp://mail.example.com")), {
    host: "mail.example.com",
    port: 587,
    user: "",
    password: "",
    tls: "offered",
    verify: true,
    connections: 10,
  });
});

Deno.test("smtps is encrypted from the first byte, on its own port", () => {
  const { port, tls } = smtpSettings(new URL("smtps://mail.example.com"));
  assert.deepEqual([port, tls], [465, "implicit"]);
});

Deno.test("every parameter is read", () => {
  const url =
    "smtp://an%40na:p%3A%2Fw@[::1]:2525?tls=required&verify=off&connections=3";
  assert.deepEqual(smtpSettings(new URL(url)), {
    host: "::1",
    port: 2525,
    user: "an@na",
    password: "p:/w",
    tls: "required",
    verify: false,
    connections: 3,
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
