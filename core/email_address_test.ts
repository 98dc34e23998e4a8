import assert from "node:assert/strict";
import { EmailAddress } from "./email_address.ts";

Deno.test("an address is kept trimmed and in lower case", () => {
  assert.equal(EmailAddress.parse("  Anna@Example.COM "), "anna@example.com");
});

Deno.test("an international domain is kept in its ASCII form", () => {
  assert.equal(
    EmailAddress.parse("anna@почта.рф"),
    "anna@xn--80a1acny.xn--p1ai",
  );
});

Deno.test("what is no address is refused with a hint", () => {
  const bad = [
    "",
    "anna",
    "anna@",
    "@example.com",
    "anna@example",
    "anna@exa mple.com",
    "anna@example.com\r\nBcc: eve@example.com",
    "anna\u2028@example.com",
    "anna@example.com/path",
    `${"a".repeat(65)}@example.com`,
    "=?utf-8?q?x?=@example.com",
    `anna@${"a".repeat(250)}.com`,
    undefined,
  ];
  for (const text of bad) {
    const result = EmailAddress.safeParse(text);
    assert.equal(result.success, false, `accepted ${text}`);
    assert.match(
      result.error?.issues[0]?.message ?? "",
      /like anna@example\.com/,
    );
  }
});
