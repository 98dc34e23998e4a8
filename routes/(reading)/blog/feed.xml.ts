import { LOCALES } from "../../../core/i18n/language.ts";
import { define } from "../../../web/define.ts";
import { element, xmlResponse } from "../(_parts)/xml.ts";
import { articlePath } from "../(_parts)/teaser.ts";

/** The newest articles as an Atom feed (RFC 4287). */
export const handler = define.handlers({
  async GET({ state }) {
    const { core, site: { baseUrl }, language, t: { blog, common } } = state;
    const { items } = await core.articles.reading.page();
    const updated = items.map(({ updatedAt }) => updatedAt.getTime());
    const entries = items.map((card) => {
      const address = `${baseUrl}${articlePath(card.slug)}`;
      return element("entry", { "xml:lang": card.language }, [
        element("id", {}, `urn:uuid:${card.id}`),
        element("title", {}, card.title),
        element("link", { href: address, rel: "alternate" }),
        element("published", {}, card.publishedAt.toISOString()),
        element("updated", {}, card.updatedAt.toISOString()),
        element("summary", {}, card.summary),
      ]);
    });
    return xmlResponse(
      element("feed", {
        xmlns: "http://www.w3.org/2005/Atom",
        "xml:lang": LOCALES[language],
      }, [
        element("id", {}, `${baseUrl}/blog`),
        element("title", {}, common.title(blog.title)),
        element("subtitle", {}, blog.about),
        element("author", {}, [element("name", {}, common.product)]),
        element("link", { href: `${baseUrl}/blog`, rel: "alternate" }),
        element("link", { href: `${baseUrl}/blog/feed.xml`, rel: "self" }),
        element("updated", {}, new Date(Math.max(0, ...updated)).toISOString()),
        ...entries,
      ]),
      "application/atom+xml",
    );
  },
});
