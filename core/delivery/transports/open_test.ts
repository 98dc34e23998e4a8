import assert from "node:assert/strict";
import { Invalid } from "../../errors.ts";
import { openStore } from "../../storage/mod.ts";
import { openTransport } from "./open.ts";

const NAMES: [url: string, name: string][] = [
  ["mailbox:", "mailbox"],
  ["smtp://anna:secret@mail.example.com", "smtp://mail.example.com:587"],
  ["smtps://mail.example.com", "smtps://mail.example.com:465"],
  ["https://:secret@api.example.com/send?key=1", "https://api.example.com"],
  ["https://t@api.resend.com?service=resend", "https://api.resend.com"],
  ["http://127.0.0.1:8025/send", "http://127.0.0.1:8025"],
];

for (const [url, name] of NAMES) {
  Deno.test(`${url} opens ${name}`, async () => {
    const store = await openStore(":memory:");
    const transport = openTransport(new URL(url), {
      store,
      now: () => new Date(0),
    });
    await transport.close();
    store.close();
    assert.equal(transport.name, name);
  });
}

for (
  const url of [
    "ftp://mail.example.com",
    "mailbox://somewhere",
    "mailbox:?a=1",
    "http://api.example.com/send",
    "https://api.example.com?service=pigeon",
    "https://:%F0%9F%99%82@api.example.com/",
  ]
) {
  Deno.test(`${url} is refused with a sentence for MAIL_URL`, async () => {
    const store = await openStore(":memory:");
    const open = () =>
      openTransport(new URL(url), { store, now: () => new Date(0) });
    assert.throws(open, (error) => {
      assert.ok(error instanceof Invalid);
      assert.match(error.fields.MAIL_URL ?? "", /^MAIL_URL .*\.$/);
      return true;
    });
    store.close();
  });
}
