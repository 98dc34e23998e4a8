import type { Article } from "../../../../../core/articles/article.ts";
import type { Attached } from "../../../../../core/articles/articles.ts";
import type { Picture } from "../../../../../core/articles/picture.ts";
import { Invalid } from "../../../../../core/errors.ts";
import type { Catalogue } from "../../../../../core/i18n/catalogue.ts";
import { LANGUAGES } from "../../../../../core/i18n/language.ts";
import {
  instantOf,
  wallTimeOf,
} from "../../../../../core/mailings/schedule.ts";
import { type FormErrors, readUpload } from "../../../../../web/forms.ts";

/** A picture of 5 MB, the longest text, and what goes around them. */
const MEGABYTES = 6;
const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/;

/** What the fields of an article hold, as typed. */
export interface ArticleValues {
  title: string;
  slug: string;
  summary: string;
  body: string;
  language: string;
  alt: string;
  publication: string;
  /** Wall-clock time in the writer's zone. */
  at: string;
  removePicture: boolean;
}

/** An article's form as it comes back. */
export interface ArticleFormData {
  values: ArticleValues;
  errors?: FormErrors;
  /** Safe markup of the article as it would look. */
  preview?: string;
  /** The picture that it has already. */
  picture?: Picture | undefined;
}

/** An article's form as it was sent. */
export interface SentArticle {
  values: ArticleValues;
  wantsPreview: boolean;
  picture: Uint8Array | undefined;
}

/** The fields of an article that is still to be written. */
export function emptyArticle(language: string): ArticleValues {
  return {
    title: "",
    slug: "",
    summary: "",
    body: "",
    language,
    alt: "",
    publication: "draft",
    at: "",
    removePicture: false,
  };
}

/** The fields of an article as it is. */
export function valuesOf(
  article: Article,
  { picture, zone }: { picture: Picture | undefined; zone: string },
): ArticleValues {
  const { title, slug, summary, body, language, publishedAt } = article;
  return {
    title,
    slug,
    summary,
    body,
    language,
    alt: picture?.alt ?? "",
    publication: publishedAt ? "at" : "draft",
    at: publishedAt ? wallTimeOf(publishedAt, zone).slice(0, 16) : "",
    removePicture: false,
  };
}

/** Reads an article's form with its picture. */
export async function readArticle(request: Request): Promise<SentArticle> {
  const { form, file } = await readUpload(request, { megabytes: MEGABYTES });
  const values = {
    title: form.text("title"),
    slug: form.text("slug").trim(),
    summary: form.text("summary"),
    body: form.text("body"),
    language: form.text("language") || LANGUAGES[0],
    alt: form.text("alt"),
    publication: form.text("publication") || "draft",
    at: form.text("at"),
    removePicture: form.has("removePicture"),
  };
  const wantsPreview = form.text("intent") === "preview";
  return { values, wantsPreview, picture: await file("picture") };
}

/** What the core takes as the article's text. */
export function inputOf(
  { title, slug, summary, body, language }: ArticleValues,
) {
  return { title, summary, body, language, ...(slug && { slug }) };
}

/** What goes with the article: its picture and its publication. */
export function attachedOf(
  { values, picture: bytes }: SentArticle,
  { now, zone, t }: { now: Date; zone: string; t: Catalogue },
): Attached {
  const { alt, removePicture } = values;
  const picture = bytes
    ? { bytes, alt }
    : removePicture
    ? "none"
    : alt
    ? { alt }
    : undefined;
  return { picture, publishedAt: publicationOf(values, { now, zone, t }) };
}

function publicationOf(
  { publication, at }: ArticleValues,
  { now, zone, t }: { now: Date; zone: string; t: Catalogue },
): Date | undefined {
  if (publication === "now") return now;
  if (publication !== "at") return undefined;
  if (!WALL_TIME.test(at)) throw new Invalid({ at: t.blog.desk.noDate });
  try {
    return instantOf(at, zone);
  } catch {
    throw new Invalid({ at: t.blog.desk.noDate });
  }
}
