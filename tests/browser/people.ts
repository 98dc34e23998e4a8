import type { Locator, Page } from "playwright-core";
import type { Core } from "../../core/core.ts";
import { type Catalogue, catalogueOf } from "../../core/i18n/catalogue.ts";
import { type Language, LANGUAGES, LOCALES } from "../../core/i18n/language.ts";
import type { User } from "../../core/users/user.ts";
import { type Look, onStage, type Stage, type StageOptions } from "./stage.ts";

/** How wide the windows of a journey are, one after the other. */
const WIDTHS = [1280, 390];

/** What everybody on a journey signs in with. */
export const PASSWORD = "four words in a row";

/** One walk through the site: in a language, in windows of a width. */
export interface Walk {
  core: Core;
  /** The site's address, without a slash at the end. */
  url: string;
  language: Language;
  width: number;
  /** What the site says to this walk's people. */
  t: Catalogue;
  /** A name that no other walk on the same stage has. */
  named(name: string): string;
  /** Somebody with an account; `PASSWORD` lets them in. */
  join(name: string, groups: string[]): Promise<User>;
  /** A window of this walk's width and language. */
  open(look?: Partial<Look>): Promise<Page>;
}

/** Tests a journey in each language on a stage of its own, in wide windows and on phones. */
export function journey(
  name: string,
  walk: (walk: Walk) => Promise<void>,
  options?: StageOptions,
): void {
  for (const language of LANGUAGES) {
    Deno.test(`${name}, in ${LOCALES[language]}`, () =>
      onStage(async (stage) => {
        for (const width of WIDTHS) {
          await walk(walkOn(stage, { language, width }));
        }
      }, options));
  }
}

function walkOn(
  { core, url, open }: Stage,
  { language, width }: Pick<Walk, "language" | "width">,
): Walk {
  const named = (name: string) => `${name} ${width}`;
  return {
    core,
    url,
    language,
    width,
    t: catalogueOf(language),
    named,
    join: (name, groups) =>
      core.users.create({
        email: `${name.toLowerCase()}.${width}@sendoff.example`,
        name: named(name),
        password: PASSWORD,
        timeZone: "Europe/Berlin",
        groups,
      }),
    open: (look) => open({ width, locale: LOCALES[language], ...look }),
  };
}

/** The language that a walk's visitors can change to. */
export function otherLanguage({ language }: Pick<Walk, "language">): Language {
  return language === "en" ? "ru" : "en";
}

/** Presses a button of the page itself. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("main").getByRole("button", { name, exact: true })
    .click();
}

/** Follows a link of the page itself, the first of that name. */
export async function follow(page: Page, name: string): Promise<void> {
  await page.getByRole("main").getByRole("link", { name, exact: true }).first()
    .click();
}

/** Waits until the page itself says something. */
export async function reads(page: Page, words: string): Promise<void> {
  await page.getByRole("main").getByText(words).first().waitFor();
}

/** A way of the main menu, which is looked for behind its button on a phone. */
export async function menuLink(
  page: Page,
  t: Catalogue,
  name: string,
): Promise<Locator> {
  const menu = page.getByRole("navigation", { name: t.frame.navigation });
  const link = menu.getByRole("link", { name, exact: true });
  const more = menu.locator("summary:visible");
  if (!await link.isVisible() && await more.isVisible()) await more.click();
  return link;
}

/** Signs in by the form that is open. */
export async function signIn(
  page: Page,
  { t, user }: { t: Catalogue; user: User },
): Promise<void> {
  await page.getByLabel(t.account.email).fill(user.email);
  await page.getByLabel(t.account.password, { exact: true }).fill(PASSWORD);
  await press(page, t.account.signIn);
}

/** Waits for what goes on by itself, and looks again and again. */
export async function until(
  page: Page,
  isSo: () => Promise<boolean>,
): Promise<void> {
  const end = Date.now() + 20_000;
  while (!await isSo()) {
    if (Date.now() > end) {
      throw new Error(
        `It never came: ${await page.locator("main").innerText()}`,
      );
    }
    await page.waitForTimeout(200);
  }
}

/** Reloads a page until something is there. */
export async function reloadUntil(
  page: Page,
  isThere: () => Promise<boolean>,
): Promise<void> {
  await until(page, async () => {
    if (await isThere()) return true;
    await page.reload().catch(unlessBetweenPages);
    return await isThere();
  });
}

// Chromium refuses to reload in the moment in which one document takes the other's place.
function unlessBetweenPages(error: unknown): void {
  if (String(error).includes("Not attached to an active page")) return;
  throw error;
}
