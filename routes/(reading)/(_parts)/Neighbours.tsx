import type { ReadArticle } from "../../../core/articles/reading.ts";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import { articlePath } from "./teaser.ts";

/** The ways to the articles published before and after this one. */
export function Neighbours(
  { article: { previous, next }, words }: {
    article: ReadArticle;
    words: Catalogue["blog"];
  },
) {
  if (!previous && !next) return null;
  return (
    <nav
      aria-label={words.neighbours}
      class="mt-14 grid gap-x-10 gap-y-6 border-t pt-6 sm:grid-cols-2"
    >
      {previous && <Way {...previous} rel="prev" label={words.previous} />}
      {next && (
        <div class="sm:col-start-2 sm:text-right">
          <Way {...next} rel="next" label={words.next} />
        </div>
      )}
    </nav>
  );
}

function Way({ slug, title, language, rel, label }: {
  slug: string;
  title: string;
  language: string;
  rel: "prev" | "next";
  label: string;
}) {
  return (
    <a href={articlePath(slug)} rel={rel} class="group block">
      <span class="block font-sans text-13 text-faded">{label}</span>
      <span
        lang={language}
        class="font-serif text-17 font-semibold text-mark underline-offset-4 group-hover:underline"
      >
        {title}
      </span>
    </a>
  );
}
