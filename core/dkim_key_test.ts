import assert from "node:assert/strict";
import { readConfig } from "./config.ts";
import { dkimKeyOf } from "./dkim_key.ts";
import { Invalid } from "./errors.ts";

const ALL = {
  MAIL_URL: "smtp://mail.example.com",
  DKIM_DOMAIN: "example.com",
  DKIM_SELECTOR: "sendoff",
  DKIM_KEY_FILE: "/etc/sendoff/dkim.pem",
};
const unread = () => assert.fail("Nothing is read.");

Deno.test("without any of the variables nothing is signed and nothing is read", () => {
  assert.equal(dkimKeyOf({ MAIL_URL: ALL.MAIL_URL }, unread), undefined);
});

Deno.test("with all of them the key is read from its file", () => {
  const key = dkimKeyOf(ALL, (path) => `what ${path} holds`);
  assert.deepEqual(key, {
    domain: "example.com",
    selector: "sendoff",
    privateKey: "what /etc/sendoff/dkim.pem holds",
  });
});

Deno.test("the configuration has the key too", () => {
  const variables = { ...ALL, MAIL_FROM: "news@example.com" };
  const { dkim } = readConfig(variables, () => "a key");
  assert.equal(dkim?.privateKey, "a key");
});

function refused(
  variables: Partial<typeof ALL>,
  sentence: RegExp,
  readFile: (path: string) => string = unread,
) {
  const read = () => dkimKeyOf({ ...ALL, ...variables }, readFile);
  assert.throws(read, (error) => {
    assert.ok(error instanceof Invalid);
    assert.match(error.message, sentence);
    assert.doesNotMatch(error.message, /\n/);
    return true;
  });
}

for (
  const name of ["DKIM_DOMAIN", "DKIM_SELECTOR", "DKIM_KEY_FILE"] as const
) {
  Deno.test(`without ${name} the others are refused`, () => {
    refused({ [name]: undefined }, RegExp(`go together; ${name} is not set`));
  });
}

for (const MAIL_URL of ["mailbox:", "https://t@api.example.com"]) {
  Deno.test(`a key is refused for ${MAIL_URL}, where it would sign nothing`, () => {
    refused({ MAIL_URL }, /^DKIM_DOMAIN is for mail over smtp:/);
  });
}

Deno.test("a file that is not there is named in one line", () => {
  refused(
    {},
    /^DKIM_KEY_FILE names \/etc\/sendoff\/dkim\.pem, which cannot be read: there is no such file\.$/,
    () => {
      throw new Deno.errors.NotFound("No such file or directory (os error 2)");
    },
  );
});

Deno.test("a file that may not be read is named in one line", () => {
  const readFile = () => {
    throw new Deno.errors.PermissionDenied("Permission denied (os error 13)");
  };
  refused({}, /cannot be read: Permission denied/, readFile);
});
