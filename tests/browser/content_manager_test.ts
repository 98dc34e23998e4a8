import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { catalogueOf } from "../../core/i18n/catalogue.ts";
import {
  follow,
  journey,
  otherLanguage,
  press,
  reads,
  type Walk,
} from "./people.ts";

const BODY = "## Раздел\n\nПишем *коротко* и по делу.";
const ADDED = "И ещё одно слово.";
const ALT = "Страница, какой она была";

journey(
  "a content manager writes an article with a picture, and others read it",
  async (walk) => {
    const { t, url, open, join, named } = walk;
    const words = t.blog.desk;
    const title = named("Добрые вести");
    const desk = await open({
      user: await join("Writer", ["content manager"]),
    });
    const visitor = await open();
    await visitor.goto(`${url}/blog`);
    await desk.goto(`${url}/admin/articles`);
    await writeDraft(desk, walk, title);
    await visitor.reload();
    assert.equal(await linkTo(visitor, title).count(), 0);

    await desk.getByLabel(words.publishNow).check();
    await press(desk, words.save);
    await reads(desk, words.published(title));
    await visitor.reload();
    await readArticle(visitor, walk, title);
    await visitor.getByRole("link", { name: t.frame.otherLanguage.name })
      .click();
    const other = otherLanguage(walk);
    await readArticle(visitor, { t: catalogueOf(other) }, title);

    await linkTo(visitor, title).click();
    await reads(visitor, "по делу");
    await desk.getByLabel(words.body, { exact: true })
      .fill(`${BODY}\n\n${ADDED}`);
    await press(desk, words.save);
    await reads(desk, words.published(title));
    await visitor.reload();
    await reads(visitor, ADDED);
  },
);

/** Writes, looks at how it will be, and saves it with a picture. */
async function writeDraft(
  page: Page,
  { t }: Walk,
  title: string,
): Promise<void> {
  const words = t.blog.desk;
  await follow(page, words.write);
  await page.getByLabel(words.titleLabel, { exact: true }).fill(title);
  await page.getByLabel(words.body, { exact: true }).fill(BODY);
  await page.getByLabel(words.language).selectOption("ru");
  await press(page, words.preview);
  const preview = page.locator("#preview");
  await preview.getByRole("heading", { name: "Раздел" }).waitFor();
  await preview.locator("em", { hasText: "коротко" }).waitFor();
  await choosePicture(page);
  await press(page, words.save);
  await page.locator("#alt-error").waitFor();
  // A browser does not keep a file.
  await choosePicture(page);
  await page.getByLabel(words.alt).fill(ALT);
  await press(page, words.save);
  await reads(page, words.created(title));
  await isShown(page);
}

async function choosePicture(page: Page): Promise<void> {
  await page.locator("input[type=file]").setInputFiles({
    name: "page.png",
    mimeType: "image/png",
    buffer: Buffer.from(await page.screenshot()),
  });
}

/** Goes to the article from the blog's list and back, in words of a language around it. */
async function readArticle(
  page: Page,
  { t: { blog } }: Pick<Walk, "t">,
  title: string,
): Promise<void> {
  const heading = { name: blog.title, exact: true };
  await page.getByRole("heading", heading).waitFor();
  await linkTo(page, title).click();
  await page.getByRole("heading", { name: title, level: 1 }).waitFor();
  await page.getByRole("heading", { name: "Раздел" }).waitFor();
  await reads(page, blog.minutes(1));
  await isShown(page);
  await follow(page, blog.title);
}

function linkTo(page: Page, title: string) {
  return page.getByRole("main").getByRole("link", { name: title }).first();
}

/** The picture has come, and as the browser could read it. */
async function isShown(page: Page): Promise<void> {
  const picture = page.getByRole("main").getByRole("img", { name: ALT });
  const width = await picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return image.naturalWidth;
  });
  assert.ok(width > 0);
}
