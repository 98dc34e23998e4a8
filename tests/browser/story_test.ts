import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { onStage } from "./stage.ts";

const COMPANY = {
  email: "owner@harbour.example",
  name: "Книжная гавань",
  password: "four words in a row",
};
const CLIENTS = [
  ["Анна Петрова", "anna@example.com"],
  ["John O'Neil", "john@example.com"],
  ["Zoë <b>Quick</b>", "zoe@example.com"],
] as const;

for (const width of [1280, 390]) {
  Deno.test(`company N sends its first mailing, from registration to reading the mail, at ${width} px`, async () => {
    await onStage(async ({ url, open }) => {
      const page = await open({ width });
      await register(page, url);
      await writeMessage(page, url);
      await addClients(page, url);
      await sendMailing(page, url);
      await watchTheRun(page);
      await readTheMail(page, url);
      await signOut(page, url);
    });
  });
}

async function register(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.goto(`${url}/sign-up`);
  await page.getByLabel("E-mail address").fill(COMPANY.email);
  await page.getByLabel("Your name, or your company's").fill(COMPANY.name);
  await page.getByLabel("Password").fill(COMPANY.password);
  await page.getByLabel("Time zone").selectOption("Europe/Berlin");
  await page.getByRole("main").getByRole("button", {
    name: "Create an account",
  }).click();
  await page.getByText(COMPANY.email).first().waitFor();

  await page.goto(`${url}/mailbox`);
  await reloadUntil(
    page,
    () => page.getByRole("link", { name: "Confirm your address" }).isVisible(),
  );
  await page.getByRole("link", { name: "Confirm your address" }).click();
  await page.getByRole("link", { name: "Text", exact: true }).click();
  await page.getByRole("link", { name: `${url}/confirm/` }).first().click();
  await page.getByRole("button", { name: "Confirm my address" }).click();
  await page.waitForURL(`${url}/overview`);
}

async function writeMessage(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/messages`);
  await page.getByRole("main").getByRole("link", { name: /write/i }).first()
    .click();
  await page.getByLabel("Subject").fill("Новости для {{name}}");
  await page.getByLabel("Message").fill(
    "Здравствуйте, {{nmae}}! Мы открылись.",
  );
  await page.getByRole("main").getByRole("button", { name: /save|add/i })
    .first().click();
  await page.getByText("There is no {{nmae}}").first().waitFor();
  await page.getByLabel("Message").fill(
    "Здравствуйте, {{name}}! Мы открылись.",
  );
  await page.getByRole("main").getByRole("button", { name: /save|add/i })
    .first().click();
  await page.waitForURL(/\/messages/);
}

async function addClients(page: Page, url: string): Promise<void> {
  for (const [name, email] of CLIENTS) {
    await page.goto(`${url}/clients/new`);
    await page.getByLabel("Full name").fill(name);
    await page.getByLabel("E-mail", { exact: true }).fill(email);
    await page.getByRole("main").getByRole("button", {
      name: "Add client",
      exact: true,
    }).click();
    await page.waitForURL((at) => !at.pathname.endsWith("/new"));
  }
  await page.goto(`${url}/clients`);
  for (const [name] of CLIENTS) {
    await page.getByRole("link", { name, exact: true }).waitFor();
  }
}

async function sendMailing(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/mailings/new`);
  await page.getByLabel("Name", { exact: true }).fill("Открытие");
  await page.getByLabel("Message", { exact: true }).selectOption({
    label: "Новости для {{name}}",
  });
  await page.getByRole("radio", { name: /^Chosen one by one/ }).check();
  await page.getByRole("searchbox", { name: "Find clients" }).fill("example");
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("checkbox", { name: /Анна Петрова/ }).check();
  await page.getByRole("checkbox", { name: /Zoë/ }).check();
  await page.getByRole("radio", { name: "Now", exact: true }).check();
  await page.getByRole("button", { name: "Send 2 messages now" }).click();
  await page.waitForURL(/\/mailings\/[0-9a-f-]+/);
}

async function watchTheRun(page: Page): Promise<void> {
  const runLink = page.locator("main table a[href*='/runs/']").first();
  await reloadUntil(page, () => runLink.isVisible());
  await runLink.click();
  await page.getByText("Finished", { exact: true }).first().waitFor({
    timeout: 15_000,
  });
  await page.reload();
  const people = page.getByRole("main");
  await people.getByText("Анна Петрова").first().waitFor();
  await people.getByText("Zoë <b>Quick</b>").first().waitFor();
  assert.equal(await people.getByText("John O'Neil").count(), 0);
}

async function readTheMail(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/mailbox`);
  await page.getByRole("link", { name: "Новости для Анна Петрова" }).click();
  const mail = page.frameLocator("iframe");
  await mail.getByText("Здравствуйте, Анна Петрова! Мы открылись.").waitFor();
}

async function signOut(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/overview`);
  await page.request.post(`${url}/sign-out`, { headers: { origin: url } });
  await page.goto(`${url}/clients`);
  await page.waitForURL(/\/sign-in\?next=%2Fclients/);
}

/** Reloads a page until something is there: what goes on by itself takes a moment. */
async function reloadUntil(
  page: Page,
  isThere: () => Promise<boolean>,
): Promise<void> {
  const end = Date.now() + 20_000;
  while (!await isThere()) {
    if (Date.now() > end) {
      throw new Error(
        `It never came: ${await page.locator("main").innerText()}`,
      );
    }
    await page.waitForTimeout(200);
    await page.reload();
  }
}
