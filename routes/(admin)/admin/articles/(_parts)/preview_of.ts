import {
  picturesIn,
  renderMarkdown,
} from "../../../../../core/articles/markdown.ts";
import type { Pictures } from "../../../../../core/articles/pictures.ts";

/** The markup of an article as typed, its pictures included. */
export async function previewOf(
  body: string,
  pictures: Pictures,
): Promise<string> {
  const found = await Promise.all(
    picturesIn(body).map((id) => pictures.find(id)),
  );
  const sizes = new Map(
    found.flatMap((picture) => picture ? [[picture.id, picture]] : []),
  );
  return renderMarkdown(body, sizes).html;
}
