import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { catalogueOf } from "../../core/i18n/catalogue.ts";
import { type Company, launch, withCompany } from "./company.ts";

const MOST = 25 * 1024;
// Shorter ones ("Now") are also words of code.
const TELLING = 12;

Deno.test("no script holds a catalogue: islands have the words that they show alone", () =>
  withCompany(async (company) => {
    const scripts = [...(await pageWithScripts(company, "/mailings/new")).js];
    scripts.push(...(await pageWithScripts(company, await launch(company))).js);
    assert.ok(scripts.length > 2, "pages with islands send scripts");
    const said = [...sentencesIn(catalogueOf("en"))]
      .filter(({ length }) => length >= TELLING);
    for (const script of scripts) {
      assert.doesNotMatch(script, /\p{Script=Cyrillic}/u);
      const found = said.filter((sentence) => script.includes(sentence));
      assert.deepEqual(found, []);
    }
  }));

Deno.test("the page of a mailing's form and its scripts are small on the wire", () =>
  withCompany(async (company) => {
    await company.core.users.updateProfile(company.user, {
      name: "Company N",
      timeZone: "Asia/Chita",
      language: "ru",
    });
    const { html, js } = await pageWithScripts(company, "/mailings/new");
    assert.match(html, /Asia\/Chita/);
    const sizes = [html, ...js].map((text) => gzipSync(text).length);
    const all = sizes.reduce((sum, size) => sum + size);
    assert.ok(all < MOST, `${sizes.join(" + ")} = ${all} bytes`);
  }));

/** A page and every script that it leads to. */
async function pageWithScripts(
  { browser }: Company,
  path: string,
): Promise<{ html: string; js: string[] }> {
  const { html } = await browser.get(path);
  const scripts = new Map<string, string>();
  const toLoad = [...html.matchAll(/"(\/[^"\s]*\.js(?:\?[^"]*)?)"/g)]
    .map(([, src]) => src!);
  for (const src of toLoad) {
    if (scripts.has(src)) continue;
    const script = (await browser.get(src)).html;
    scripts.set(src, script);
    for (const [, from] of script.matchAll(/"(\.{1,2}\/[^"]*\.js)"/g)) {
      toLoad.push(new URL(from!, `https://site.test${src}`).pathname);
    }
  }
  return { html, js: [...scripts.values()] };
}

function* sentencesIn(part: unknown): Generator<string> {
  if (typeof part === "string") yield part;
  if (typeof part !== "object" || part === null) return;
  for (const inner of Object.values(part)) yield* sentencesIn(inner);
}
