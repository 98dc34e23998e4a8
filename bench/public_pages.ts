import type { Core } from "../core/core.ts";
import { readFixture } from "../tasks/fixture.ts";
import { loadArticles } from "../tasks/load_articles.ts";
import type { Bench, Figure } from "./figure.ts";
import { fillStore, serveConstant, serveSite } from "./served.ts";
import { ratesOf } from "./share.ts";

const ARTICLES = new URL("../fixtures/articles.json", import.meta.url);
const FEW_LETTERS = 40;

/**
 * The home page and an article against what the platform gives out at most: a constant string
 * from `Deno.serve`, in the same run.
 *
 * The bound is against a string as long as the page, for that is what a page can come up to:
 * above some 400 bytes `Deno.serve` sends head and body apart, so that even a constant string
 * of 500 bytes costs it nearly twice what one of 40 does. How page and long string do against
 * the short one is told beside it.
 */
export const publicPages: Bench = async (tell) => {
  const folder = await Deno.makeTempDir();
  try {
    const { path, filled: slug } = await fillStore(folder, newestArticle);
    await using site = await serveSite(path);
    const pages = { "home page": "/", "article": `/blog/${slug}` };
    const figures: Figure[] = [];
    for (const [name, path] of Object.entries(pages)) {
      tell(`Asking for the ${name} and for constant strings…`);
      figures.push(...await against(name, `${site.url}${path}`));
    }
    return figures;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
};

/** How many answers a page gives for each that the platform could give. */
async function against(name: string, url: string): Promise<Figure[]> {
  const { byteLength } = await (await fetch(url)).arrayBuffer();
  await using long = await serveConstant(byteLength);
  await using short = await serveConstant(FEW_LETTERS);
  const [page = NaN, asLong = NaN, asShort = NaN] = await ratesOf(
    [{ url }, long, short],
  );
  const itsLength = `a constant string of its length, ${byteLength} bytes`;
  const letters = `one of ${FEW_LETTERS} bytes`;
  const unit = "ratio";
  return [
    {
      figure: `${name} against ${itsLength}`,
      value: page / asLong,
      unit,
      bound: 0.5,
      sense: "at least",
    },
    { figure: `${name} against ${letters}`, value: page / asShort, unit },
    {
      figure: `${itsLength}, against ${letters}`,
      value: asLong / asShort,
      unit,
    },
  ];
}

/** Loads the fixture's articles; gives the address of one of those that are out. */
async function newestArticle(core: Core): Promise<string> {
  const { articles = [] } = await readFixture(ARTICLES);
  await loadArticles(core, articles);
  const published = articles.find(({ daysAgo }) => daysAgo !== undefined);
  if (!published) throw new Error("The fixture has no article that is out");
  return published.slug;
}
