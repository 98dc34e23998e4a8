import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { catalogueOf } from "../../core/i18n/catalogue.ts";
import type { Language } from "../../core/i18n/language.ts";
import { isFocusIn, tabTo } from "./keyboard.ts";
import { journey, otherLanguage, PASSWORD, type Walk } from "./people.ts";

journey(
  "a visitor changes the language at the foot of a page, and it stays",
  async (walk) => {
    const { language, open, url } = walk;
    const page = await open();
    await page.goto(url);
    await speaks(page, language);
    const other = otherLanguage(walk);
    await changeLanguage(page, language);
    assert.equal(new URL(page.url()).pathname, "/");
    await speaks(page, other);
    await page.goto(`${url}/sign-in?next=%2Fclients`);
    await speaks(page, other);
    await changeLanguage(page, other);
    assert.equal(page.url(), `${url}/sign-in?next=%2Fclients`);
    await speaks(page, language);
  },
);

journey(
  "somebody who registers has their own time zone, unless they choose another",
  async ({ open, url, core, named }) => {
    const email = `${named("zone").replaceAll(" ", "-")}@example.com`;
    const page = await open({ timeZone: "Asia/Kolkata" });
    await page.goto(`${url}/sign-up`);
    const list = page.locator("select[name=timeZone]");
    await page.waitForFunction(() =>
      document.querySelector("select")?.value !== "UTC"
    );
    assert.match(await list.inputValue(), /^Asia\/(Kolkata|Calcutta)$/);
    await page.fill("input[name=email]", email);
    await page.fill("input[name=name]", "Company N");
    await page.fill("input[name=password]", "short");
    await list.selectOption("Europe/Berlin");
    await page.locator("input[name=name]").press("Enter");
    await page.waitForSelector("[aria-invalid=true]");
    assert.equal(await list.inputValue(), "Europe/Berlin");
    await page.fill("input[name=password]", PASSWORD);
    await page.locator("input[name=name]").press("Enter");
    await page.waitForURL(/confirmation/);
    const made = await core.users.findByEmail(email);
    assert.equal(made?.timeZone, "Europe/Berlin");
  },
);

journey(
  "somebody without a mouse skips the menu, signs in and gets to their clients",
  async (walk) => {
    await skipMenu(await walk.open(), walk);
    const page = await walk.open();
    await signInByKeys(page, walk);
    const { t, url } = walk;
    await tabTo(page, t.frame.skip);
    await tabTo(page, t.frame.clients);
    await page.keyboard.press("Enter");
    await page.waitForURL(`${url}/clients`);
    await tabTo(page, t.clients.add);
    await page.keyboard.press("Enter");
    await page.waitForURL(`${url}/clients/new`);
    await tabTo(page, t.clients.fields.name);
    // The longest form, of which nothing may lie under a phone's bar.
    await page.goto(`${url}/mailings/new`);
    await tabTo(page, t.mailings.form.saveDraft);
  },
);

journey(
  "somebody without a mouse sees every filter of a list on the way to the last one",
  async ({ join, open, t, url }) => {
    const user = await join("Filters", ["administrator"]);
    const page = await open({ user });
    await page.goto(`${url}/admin/users`);
    await tabTo(page, t.admin.groupName("owner"));
  },
);

async function skipMenu(page: Page, { t, url }: Walk): Promise<void> {
  await page.goto(url);
  await tabTo(page, t.frame.skip);
  await page.keyboard.press("Enter");
  await page.locator("main:focus").waitFor();
  await tabTo(page, t.home.start);
  assert.ok(await isFocusIn(page, "main"));
}

async function signInByKeys(
  page: Page,
  { join, t, url }: Walk,
): Promise<void> {
  const user = await join("Keys", ["owner"]);
  await page.goto(url);
  await tabTo(page, t.frame.skip);
  await tabTo(page, t.frame.blog);
  await tabTo(page, t.frame.signIn);
  await page.keyboard.press("Enter");
  await page.waitForURL(`${url}/sign-in`);
  await tabTo(page, t.account.email);
  await page.keyboard.type(user.email);
  await tabTo(page, t.account.password);
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL(`${url}/overview`);
}

async function changeLanguage(page: Page, from: Language): Promise<void> {
  const { name } = catalogueOf(from).frame.otherLanguage;
  const foot = page.getByRole("contentinfo");
  await foot.getByRole("link", { name, exact: true }).click();
}

/** The page is in a language, and says so to those who listen. */
async function speaks(page: Page, language: Language): Promise<void> {
  const { frame } = catalogueOf(language);
  await page.getByRole("link", { name: frame.signIn, exact: true }).first()
    .waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), language);
}
