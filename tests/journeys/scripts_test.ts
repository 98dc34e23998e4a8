import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { catalogueOf } from "../../core/i18n/catalogue.ts";
import { launch, withCompany } from "./company.ts";
import { pageWithScripts } from "./page_with_scripts.ts";

const MOST = 25 * 1024;
// Shorter ones ("Now") are also words of code.
const TELLING = 12;

Deno.test("no script holds a catalogue: islands have the words that they show alone", () =>
  withCompany(async (company) => {
    const scripts = [
      ...(await pageWithScripts(company.browser, "/mailings/new")).js,
    ];
    scripts.push(
      ...(await pageWithScripts(company.browser, await launch(company))).js,
    );
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
    const { html, js } = await pageWithScripts(
      company.browser,
      "/mailings/new",
    );
    assert.match(html, /Asia\/Chita/);
    const sizes = [html, ...js].map((text) => gzipSync(text).length);
    const all = sizes.reduce((sum, size) => sum + size);
    assert.ok(all < MOST, `${sizes.join(" + ")} = ${all} bytes`);
  }));

function* sentencesIn(part: unknown): Generator<string> {
  if (typeof part === "string") yield part;
  if (typeof part !== "object" || part === null) return;
  for (const inner of Object.values(part)) yield* sentencesIn(inner);
}
