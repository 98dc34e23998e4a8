import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ConfirmPanel } from "../../../../../components/ConfirmPanel.tsx";
import { PageHeader } from "../../../../../components/PageHeader.tsx";
import { defineOwner } from "../../../../../web/define.ts";
import { redirectWith } from "../../../../../web/redirect.ts";

/** The end of an article. */
export const handler = defineOwner.handlers({
  async GET({ params, state: { core: { articles } } }) {
    const article = await articles.get(params["id"] ?? "");
    const [views = 0] = await articles.views.of([article.id]);
    return page({ article, views });
  },
  async POST(ctx) {
    const { core: { articles }, t } = ctx.state;
    const { id, title } = await articles.get(ctx.params["id"] ?? "");
    await articles.remove(id);
    return redirectWith(ctx, "/admin/articles", {
      kind: "done",
      text: t.blog.desk.deleted(title),
    });
  },
});

/** Names what goes with an article. */
export default defineOwner.page<typeof handler>(
  function DeleteArticlePage({ data: { article, views }, state: { t } }) {
    const words = t.blog.desk;
    const here = `/admin/articles/${article.id}`;
    return (
      <>
        <Head>
          <title>{t.common.title(words.deletePage)}</title>
        </Head>
        <PageHeader
          title={words.deletePage}
          crumbs={[
            { href: "/admin/articles", label: words.title },
            { href: here, label: article.title },
          ]}
        />
        <ConfirmPanel
          action={`${here}/delete`}
          title={words.deleteTitle(article.title)}
          goes={words.goes(views)}
          confirm={words.confirmDelete}
          cancel={{ href: here, label: words.keep }}
        />
      </>
    );
  },
);
