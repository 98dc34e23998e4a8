import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import {
  follow,
  journey,
  menuLink,
  PASSWORD,
  press,
  reads,
  reloadUntil,
  type Walk,
} from "./people.ts";

const CLIENTS = [
  ["Анна Петрова", "anna@example.com"],
  ["John O'Neil", "john@example.com"],
  ["Zoë <b>Quick</b>", "zoe@example.com"],
] as const;

journey(
  "company N sends its first mailing, from registration to reading the mail",
  async (walk) => {
    const page = await walk.open();
    await register(page, walk);
    await writeMessage(page, walk);
    await addClients(page, walk);
    await sendMailing(page, walk);
    await watchTheRun(page, walk);
    await readTheMail(page, walk);
    await signOut(page, walk);
  },
);

async function register(page: Page, walk: Walk): Promise<void> {
  const { t: { account, mails, mailbox, home }, url, named, width } = walk;
  const email = `owner.${width}@harbour.example`;
  await page.goto(url);
  await follow(page, home.start);
  await page.getByLabel(account.email).fill(email);
  await page.getByLabel(account.signUp.name).fill(named("Книжная гавань"));
  await page.getByLabel(account.password).fill(PASSWORD);
  await page.getByLabel(account.signUp.timeZone).selectOption("Europe/Berlin");
  await press(page, account.create);
  await reads(page, email);

  await follow(page, account.openMailbox);
  const mail = page.getByRole("row").filter({ hasText: email })
    .getByRole("link", { name: mails.confirmation.subject });
  await reloadUntil(page, () => mail.isVisible());
  await mail.click();
  await page.getByRole("link", { name: mailbox.text, exact: true }).click();
  await page.getByRole("link", { name: `${url}/confirm/` }).first().click();
  await press(page, account.confirmation.confirm);
  await page.waitForURL(`${url}/overview`);
  await reads(page, account.confirmation.confirmed(named("Книжная гавань")));
}

async function writeMessage(page: Page, { t, url }: Walk): Promise<void> {
  const { messages: words } = t;
  await page.goto(`${url}/messages`);
  await follow(page, words.write);
  await page.getByLabel(words.fields.subject).fill("Новости для {{name}}");
  const body = page.getByLabel(words.fields.body, { exact: true });
  await body.fill("Здравствуйте, {{nmae}}! Мы открылись.");
  await press(page, words.save);
  await page.locator("#body-error", { hasText: "{{nmae}}" }).waitFor();
  await body.fill("Здравствуйте, {{name}}! Мы открылись.");
  await press(page, words.save);
  await reads(page, words.saved("Новости для {{name}}"));
}

async function addClients(page: Page, { t, url }: Walk): Promise<void> {
  const { fields, add, added } = t.clients;
  for (const [name, email] of CLIENTS) {
    await page.goto(`${url}/clients/new`);
    await page.getByLabel(fields.name).fill(name);
    await page.getByLabel(fields.email, { exact: true }).fill(email);
    await press(page, add);
    await reads(page, added(name));
  }
  await page.goto(`${url}/clients`);
  for (const [name] of CLIENTS) {
    await page.getByRole("link", { name, exact: true }).waitFor();
  }
}

async function sendMailing(page: Page, { t, url }: Walk): Promise<void> {
  const { form } = t.mailings;
  await page.goto(`${url}/mailings/new`);
  await page.getByLabel(form.name, { exact: true }).fill("Открытие");
  await page.getByLabel(form.message, { exact: true }).selectOption({
    label: "Новости для {{name}}",
  });
  await page.getByRole("radio", { name: form.byHand }).check();
  await page.getByRole("searchbox", { name: form.findClients }).fill("example");
  await press(page, form.find);
  await page.getByRole("checkbox", { name: /Анна Петрова/ }).check();
  await page.getByRole("checkbox", { name: /Zoë/ }).check();
  await page.getByRole("radio", { name: form.now, exact: true }).check();
  await press(page, form.sendMany(2, { more: false }));
  await page.waitForURL(/\/mailings\/[0-9a-f-]+/);
}

async function watchTheRun(page: Page, { t }: Walk): Promise<void> {
  const runLink = page.locator("main table a[href*='/runs/']").first();
  await reloadUntil(page, () => runLink.isVisible());
  await runLink.click();
  await reads(page, t.common.states.finished);
  await page.reload();
  await reads(page, "Анна Петрова");
  await reads(page, "Zoë <b>Quick</b>");
  const people = page.getByRole("main");
  assert.equal(await people.getByText("John O'Neil").count(), 0);
}

async function readTheMail(page: Page, { t }: Walk): Promise<void> {
  await (await menuLink(page, t, t.frame.mailbox)).click();
  await page.getByRole("link", { name: "Новости для Анна Петрова" }).click();
  const mail = page.frameLocator("iframe");
  await mail.getByText("Здравствуйте, Анна Петрова! Мы открылись.").waitFor();
}

async function signOut(page: Page, { t, url }: Walk): Promise<void> {
  await page.goto(`${url}/overview`);
  await page.locator("header summary").click();
  await page.getByRole("button", { name: t.frame.signOut }).click();
  await reads(page, t.account.signedOut);
  await page.goto(`${url}/clients`);
  await page.waitForURL(/\/sign-in\?next=%2Fclients/);
}
