import type { ComponentChildren } from "preact";
import { cx } from "./cx.ts";

const LOOK = cx(
  "max-w-article font-serif text-19",
  "[&>*+*]:mt-5 [&>h2]:mt-10 [&>h2]:text-27 [&>h2]:font-semibold",
  "[&>h3]:mt-8 [&>h3]:text-21 [&>h3]:font-semibold",
  "[&_a]:text-mark [&_a]:underline [&_a]:underline-offset-4 [&_a]:decoration-1",
  "[&>ul]:list-disc [&>ul]:pl-6 [&>ol]:list-decimal [&>ol]:pl-6 [&_li+li]:mt-2",
  "[&>blockquote]:border-l-2 [&>blockquote]:border-mark [&>blockquote]:pl-5",
  "[&>blockquote]:italic [&_img]:rounded [&_img]:border",
  "[&_code]:font-mono [&_code]:text-[0.82em]",
  "[&>pre]:overflow-x-auto [&>pre]:rounded [&>pre]:border [&>pre]:bg-sheet [&>pre]:p-4",
  "[&>hr]:my-10 [&>hr]:border-rule",
);

/** Text to be read: an article, terms, help; given as children or as markup known to be safe. */
export function Prose(
  { children, html, lang }: {
    children?: ComponentChildren;
    html?: string;
    lang?: string;
  },
) {
  return html === undefined
    ? <div class={LOOK} lang={lang}>{children}</div>
    : (
      <div
        class={LOOK}
        lang={lang}
        dangerouslySetInnerHTML={{ __html: html }}
      />
    );
}
