import assert from "node:assert/strict";
import * as mails from "./account_mails.ts";
import type { User } from "./user.ts";

const user: User = {
  id: "1",
  email: "{{name}}@example.com",
  name: "Buy now at evil.example",
  groups: [],
  passwordHash: "",
  timeZone: "UTC",
  epoch: 0,
  createdAt: new Date(0),
};
const confirmed = { ...user, confirmedAt: new Date(0) };
const link = "https://sendoff.test/link";

function all(user: User): mails.Notice[] {
  return [
    mails.confirmationMail(user, link),
    mails.accountExistsMail(user, { signIn: link, reset: link }),
    mails.passwordResetMail(user, link),
    mails.passwordChangedMail(user, link),
    mails.accountDeletedMail(user),
  ];
}

const russian: User = { ...confirmed, mailLanguage: "ru" };

Deno.test("no mail carries a name that its reader did not confirm", () => {
  for (const mail of [...all(user), ...all({ ...user, language: "ru" })]) {
    assert.ok(!JSON.stringify(mail).includes("evil"), mail.subject);
  }
});

Deno.test("a confirmed user is addressed by name, but never in the text", () => {
  for (const { to, subject, body } of all(confirmed).slice(1)) {
    assert.equal(to.name, user.name);
    assert.ok(!`${subject}${body}`.includes("evil"), subject);
  }
});

Deno.test("nothing in a mail's text reads as a placeholder", () => {
  for (const { subject, body } of [...all(confirmed), ...all(russian)]) {
    assert.ok(!/[{}]/.test(subject + body), subject);
  }
});

Deno.test("a link stands on a line of its own", () => {
  for (const somebody of [confirmed, russian]) {
    for (const { body } of all(somebody).slice(0, 4)) {
      assert.ok(body.split("\n").includes(link));
    }
  }
});

Deno.test("a mail is in the language of the page they registered on", () => {
  for (const { subject, body } of all(russian)) {
    assert.match(subject, /^[А-Я][а-яё ]+$/);
    assert.doesNotMatch(body.replace(link, ""), /\b(the|you|was)\b/);
  }
});

Deno.test("a language that was chosen wins over that of the page", () => {
  const [mail] = all({ ...russian, language: "en" });
  assert.equal(mail?.subject, "Confirm your address");
});
