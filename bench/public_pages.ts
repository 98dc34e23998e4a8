import type { Core } from "../core/core.ts";
import { readFixture } from "../tasks/fixture.ts";
import { loadArticles } from "../tasks/load_articles.ts";
import type { Bench, Figure } from "./figure.ts";
import { fillStore, serveConstant, serveSite } from "./served.ts";
import { share } from "./share.ts";
import { assertWrk } from "./wrk.ts";

const ARTICLES = new URL("../fixtures/articles.json", import.meta.url);

/** The home page and an article against a constant string as long as they are, from the same platform in the same run. */
export const publicPages: Bench = async (tell) => {
  await assertWrk();
  const folder = await Deno.makeTempDir();
  try {
    const { path, filled: slug } = await fillStore(folder, newestArticle);
    await using site = await serveSite(path);
    const pages = { "home page": "/", "article": `/blog/${slug}` };
    const figures: Figure[] = [];
    for (const [name, path] of Object.entries(pages)) {
      tell(`Asking for the ${name} and for a constant string…`);
      figures.push({
        figure: `${name} against a constant string of its length`,
        value: await shareOfLimit(`${site.url}${path}`),
        unit: "ratio",
        bound: 0.5,
        sense: "at least",
      });
    }
    return figures;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
};

/** How many answers an address gives for one that the platform could give. */
async function shareOfLimit(url: string): Promise<number> {
  const page = await (await fetch(url)).arrayBuffer();
  await using constant = await serveConstant(page.byteLength);
  return await share({ url }, constant);
}

/** Loads the fixture's articles; gives the address of one of those that are out. */
async function newestArticle(core: Core): Promise<string> {
  const { articles = [] } = await readFixture(ARTICLES);
  await loadArticles(core, articles);
  const published = articles.find(({ daysAgo }) => daysAgo !== undefined);
  if (!published) throw new Error("The fixture has no article that is out");
  return published.slug;
}
