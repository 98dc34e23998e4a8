import { page } from "fresh";
import { Head } from "fresh/runtime";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { defineOwner } from "../../../../web/define.ts";
import { submit } from "../../../../web/forms.ts";
import { redirectWith } from "../../../../web/redirect.ts";
import {
  type ArticleFormData,
  attachedOf,
  emptyArticle,
  inputOf,
  readArticle,
} from "./(_parts)/article_form.ts";
import { ArticleForm } from "./(_parts)/ArticleForm.tsx";
import { ArticlePreview } from "./(_parts)/ArticlePreview.tsx";
import { previewOf } from "./(_parts)/preview_of.ts";
import { whatBecame } from "./(_parts)/what_became.ts";

/** A new article. */
export const handler = defineOwner.handlers({
  GET: ({ state: { language } }) =>
    page<ArticleFormData>({ values: emptyArticle(language) }),
  async POST(ctx) {
    const { core: { articles, store }, user, t } = ctx.state;
    const sent = await readArticle(ctx.req);
    const { values } = sent;
    return await submit(async () => {
      if (sent.wantsPreview) {
        const preview = await previewOf(values.body, articles.pictures);
        return page<ArticleFormData>({ values, preview });
      }
      const now = store.now();
      const article = await articles.create(inputOf(values), {
        author: { id: user.id, name: user.name },
        ...attachedOf(sent, { now, zone: user.timeZone, t }),
      });
      const text = whatBecame(article, { now, t });
      return redirectWith(ctx, `/admin/articles/${article.id}`, {
        kind: "done",
        text,
      });
    }, (errors) => page<ArticleFormData>({ values, errors }, { status: 422 }));
  },
});

/** The form of a new article. */
export default defineOwner.page<typeof handler>(
  function NewArticlePage({ data, state: { t, user } }) {
    const { values, preview } = data;
    const words = t.blog.desk;
    return (
      <>
        <Head>
          <title>{t.common.title(words.newTitle)}</title>
        </Head>
        <PageHeader
          title={words.newTitle}
          crumbs={[{ href: "/admin/articles", label: words.title }]}
        />
        {preview !== undefined && (
          <ArticlePreview
            label={words.previewTitle}
            title={values.title}
            html={preview}
            lang={values.language}
          />
        )}
        <ArticleForm {...data} t={t} zone={user.timeZone} />
      </>
    );
  },
);
