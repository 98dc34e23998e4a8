import { ArticleDraft } from "../../../../../core/articles/article.ts";
import {
  picturesIn,
  renderMarkdown,
} from "../../../../../core/articles/markdown.ts";
import type { Pictures } from "../../../../../core/articles/pictures.ts";
import { parse } from "../../../../../core/parse.ts";

/** The markup of an article as typed, its pictures included; `Invalid` if it could not be kept. */
export async function previewOf(
  typed: string,
  pictures: Pictures,
): Promise<string> {
  const { body } = parse(ArticleDraft, { body: typed });
  const found = await Promise.all(
    picturesIn(body).map((id) => pictures.find(id)),
  );
  const sizes = new Map(
    found.flatMap((picture) => picture ? [[picture.id, picture]] : []),
  );
  return renderMarkdown(body, sizes).html;
}
