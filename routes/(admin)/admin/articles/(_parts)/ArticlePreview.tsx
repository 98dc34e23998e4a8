import { Prose } from "../../../../../components/Prose.tsx";
import { Sheet } from "../../../../../components/Sheet.tsx";

/** An article as it would look, above its form. */
export function ArticlePreview(
  { label, title, html, lang }: {
    label: string;
    title: string;
    html: string;
    lang: string;
  },
) {
  return (
    <div class="mb-10">
      <Sheet title={label} id="preview">
        <div class="max-w-article text-19">
          <p
            lang={lang}
            class="mb-6 font-serif text-35 font-semibold tracking-tight"
          >
            {title}
          </p>
          <Prose lang={lang} html={html} />
        </div>
      </Sheet>
    </div>
  );
}
