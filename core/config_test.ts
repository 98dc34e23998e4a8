import assert from "node:assert/strict";
import { readConfig } from "./config.ts";
import { Invalid } from "./errors.ts";

Deno.test("without any variable the site is local, with a file and a mailbox", () => {
  const config = readConfig({});
  assert.equal(config.port, 8000);
  assert.equal(config.baseUrl, "http://localhost:8000");
  assert.equal(config.kvPath, "./data/sendoff.db");
  assert.equal(config.mailUrl.protocol, "mailbox:");
  assert.equal(config.admin, undefined);
  assert.equal(config.isLocal, true);
});

Deno.test("a site that others reach is not local", () => {
  assert.equal(readConfig({ HOST: "0.0.0.0" }).isLocal, false);
  assert.equal(
    readConfig({ BASE_URL: "https://mail.example.com/" }).isLocal,
    false,
  );
  assert.equal(readConfig({ DENO_DEPLOYMENT_ID: "x" }).isLocal, false);
});

Deno.test("on Deno Deploy the store is its own KV unless a path is given", () => {
  assert.equal(readConfig({ DENO_DEPLOYMENT_ID: "x" }).kvPath, undefined);
  assert.equal(
    readConfig({ DENO_DEPLOYMENT_ID: "x", KV_PATH: "a.db" }).kvPath,
    "a.db",
  );
});

Deno.test("the site's address loses its last slash", () => {
  const { baseUrl } = readConfig({ BASE_URL: "https://mail.example.com/" });
  assert.equal(baseUrl, "https://mail.example.com");
});

Deno.test("a bad value is refused in one sentence that names it", () => {
  const refused: [Record<string, string>, RegExp][] = [
    [{ PORT: "eighty" }, /^PORT must be a number .*, not "eighty"\.$/],
    [{ PORT: "70000" }, /^PORT must be/],
    [{ BASE_URL: "example" }, /^BASE_URL must be/],
    [{ MAIL_URL: "ftp://example.com" }, /^MAIL_URL must be mailbox:/],
    [{ MAIL_URL: "smtp://localhost" }, /MAIL_FROM must be an e-mail address/],
    [{ MAIL_FROM: "nobody" }, /^MAIL_FROM must be/],
    [
      { LOG_LEVEL: "loud" },
      /^LOG_LEVEL must be one of debug, info, warn, error/,
    ],
    [
      { ADMIN_EMAIL: "admin@example.com" },
      /go together; ADMIN_PASSWORD is not set/,
    ],
    [
      { MAIL_FORM: "news@example.com" },
      /There is no setting MAIL_FORM\. Known are .*MAIL_FROM/,
    ],
    [
      { DKIM_DOMIAN: "example.com" },
      /There is no setting DKIM_DOMIAN\. Known are DKIM_DOMAIN, /,
    ],
    [{ DKIM_SELECTOR: "a b" }, /^DKIM_SELECTOR must be the name of the key/],
  ];
  for (const [variables, sentence] of refused) {
    assert.throws(() => readConfig(variables), (error) => {
      assert.ok(error instanceof Invalid);
      assert.match(error.message, sentence);
      return true;
    });
  }
});

Deno.test("a password in a bad value is not repeated", () => {
  assert.throws(
    () => readConfig({ MAIL_URL: "ftp://user:secret@example.com" }),
    (error) => error instanceof Invalid && !error.message.includes("secret"),
  );
});

Deno.test("an empty variable counts as not set", () => {
  assert.equal(readConfig({ PORT: "", MAIL_URL: "" }).port, 8000);
});
