import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ButtonLink } from "../../../../../components/Button.tsx";
import { PageHeader } from "../../../../../components/PageHeader.tsx";
import { Status } from "../../../../../components/Status.tsx";
import { type Article, stateOf } from "../../../../../core/articles/article.ts";
import { defineOwner, type OwnerState } from "../../../../../web/define.ts";
import { submit } from "../../../../../web/forms.ts";
import { redirectWith } from "../../../../../web/redirect.ts";
import {
  type ArticleFormData,
  attachedOf,
  inputOf,
  readArticle,
  valuesOf,
} from "../(_parts)/article_form.ts";
import { ArticleForm } from "../(_parts)/ArticleForm.tsx";
import { ArticlePreview } from "../(_parts)/ArticlePreview.tsx";
import { previewOf } from "../(_parts)/preview_of.ts";
import { whatBecame } from "../(_parts)/what_became.ts";

interface Editing extends ArticleFormData {
  article: Article;
}

/** An article and its changes. */
export const handler = defineOwner.handlers({
  async GET(ctx) {
    const { core: { articles }, user } = ctx.state;
    const article = await articles.get(ctx.params["id"] ?? "");
    const picture = await pictureOf(article, ctx.state);
    const values = valuesOf(article, { picture, zone: user.timeZone });
    return page<Editing>({ article, picture, values });
  },
  async POST(ctx) {
    const { core: { articles, store }, user, t } = ctx.state;
    const article = await articles.get(ctx.params["id"] ?? "");
    const picture = await pictureOf(article, ctx.state);
    const sent = await readArticle(ctx.req);
    const { values } = sent;
    return await submit(
      async () => {
        if (sent.wantsPreview) {
          const preview = await previewOf(values.body, articles.pictures);
          return page<Editing>({ article, picture, values, preview });
        }
        const now = store.now();
        const attached = attachedOf(sent, { now, zone: user.timeZone, t });
        const changed = await articles
          .update(article.id, inputOf(values), attached);
        return redirectWith(ctx, `/admin/articles/${article.id}`, {
          kind: "done",
          text: whatBecame(changed, { now, t }),
        });
      },
      (errors) =>
        page<Editing>({ article, picture, values, errors }, { status: 422 }),
    );
  },
});

/** The form of an article. */
export default defineOwner.page<typeof handler>(
  function ArticlePage({ data: { article, ...form }, state }) {
    const { t, user, core } = state;
    const words = t.blog.desk;
    const at = stateOf(article, core.store.now());
    return (
      <>
        <Head>
          <title>{t.common.title(words.editTitle(article.title))}</title>
        </Head>
        <PageHeader
          title={article.title}
          about={<Status state={at} label={words.state[at]} />}
          crumbs={[{ href: "/admin/articles", label: words.title }]}
          action={at === "published" && (
            <ButtonLink
              kind="quiet"
              icon="external-link"
              href={`/blog/${article.slug}`}
            >
              {words.view}
            </ButtonLink>
          )}
        />
        {form.preview !== undefined && (
          <ArticlePreview
            label={words.previewTitle}
            title={form.values.title}
            html={form.preview}
            lang={form.values.language}
          />
        )}
        <ArticleForm {...form} t={t} zone={user.timeZone}>
          <ButtonLink
            kind="destructive"
            href={`/admin/articles/${article.id}/delete`}
          >
            {t.common.delete}
          </ButtonLink>
        </ArticleForm>
      </>
    );
  },
);

async function pictureOf({ pictureId }: Article, { core }: OwnerState) {
  return pictureId ? await core.articles.pictures.find(pictureId) : undefined;
}
