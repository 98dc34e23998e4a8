import assert from "node:assert/strict";
import { previewOf } from "./preview.ts";

const OPTIONS = {
  owner: { id: "o", name: "Company N", email: "n@company.example" },
  client: { id: "c", name: "Анна Ёлкина", email: "anna@example.com" },
  unsubscribeUrl: "https://sendoff.test/unsubscribe/sample",
  at: new Date("2026-11-23T09:00:00Z"),
};

Deno.test("a preview fills in the client, the company and the link", () => {
  const mail = previewOf({
    id: "m",
    subject: "{{name}}, {{company}} writes to {{email}}",
    body: "Leave: {{unsubscribe}}",
  }, OPTIONS);
  assert.equal(
    mail.subject,
    "Анна Ёлкина, Company N writes to anna@example.com",
  );
  assert.equal(mail.text, "Leave: https://sendoff.test/unsubscribe/sample");
});

Deno.test("a preview ends with the link that a run would add", () => {
  const mail = previewOf({ id: "m", subject: "Hello", body: "News" }, OPTIONS);
  assert.match(
    mail.text,
    /^News\n\n—\nUnsubscribe: https:\/\/sendoff\.test\/unsubscribe\/sample\n$/,
  );
});

Deno.test("what is added to a letter is in its owner's language", () => {
  const owner = { ...OPTIONS.owner, language: "ru" as const };
  const message = { id: "m", subject: "Привет", body: "Новости" };
  const { text } = previewOf(message, { ...OPTIONS, owner });
  assert.match(text, /^Новости\n\n—\nОтписаться: https:/);
});
