import { define } from "../../web/define.ts";
import { articlePath } from "./(_parts)/teaser.ts";
import { element, xmlResponse } from "./(_parts)/xml.ts";

/** The most addresses that a site map may hold. */
const AT_MOST = 50_000;

/** The pages that search engines may show. */
export const handler = define.handlers({
  async GET({ state: { core, site: { baseUrl } } }) {
    const articles = await core.articles.reading.addresses();
    const pages: { path: string; updatedAt?: Date }[] = [
      { path: "/" },
      { path: "/blog" },
      { path: "/sign-up" },
      ...articles.map(({ slug, updatedAt }) => (
        { path: articlePath(slug), updatedAt }
      )),
    ];
    return xmlResponse(
      element(
        "urlset",
        { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" },
        pages.slice(0, AT_MOST).map(({ path, updatedAt }) =>
          element("url", {}, [
            element("loc", {}, `${baseUrl}${path}`),
            ...updatedAt
              ? [element("lastmod", {}, updatedAt.toISOString())]
              : [],
          ])
        ),
      ),
      "application/xml",
    );
  },
});
