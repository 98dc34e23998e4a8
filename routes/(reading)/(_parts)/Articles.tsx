import { ArticleTeaser } from "../../../components/ArticleTeaser.tsx";
import type { ArticleCard } from "../../../core/articles/card.ts";
import type { State } from "../../../web/define.ts";
import { teaserOf } from "./teaser.ts";

/** Three articles by chance, side by side. */
export function SomeArticles(
  { articles, state }: { articles: readonly ArticleCard[]; state: State },
) {
  const { blog } = state.t;
  return (
    <section aria-labelledby="blog" class="mt-16 border-t pt-8">
      <div class="flex items-baseline justify-between gap-6">
        <h2 id="blog" class="font-serif text-27 font-semibold tracking-tight">
          {blog.fromTheBlog}
        </h2>
        <a
          href="/blog"
          class="text-mark underline-offset-4 hover:underline"
        >
          {blog.allArticles}
        </a>
      </div>
      <ul class="mt-8 grid gap-x-12 gap-y-10 sm:grid-cols-3">
        {articles.map((card) => (
          <li key={card.id}>
            <ArticleTeaser {...teaserOf(card, state)} upright />
          </li>
        ))}
      </ul>
    </section>
  );
}
