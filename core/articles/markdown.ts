// @ts-types="npm:@types/markdown-it"
import MarkdownIt from "markdown-it";

/** A picture's size in pixels, by the picture's id. */
export type PictureSizes = ReadonlyMap<
  string,
  { width: number; height: number }
>;

/** An article's text, ready to be shown. */
export interface RenderedText {
  /** Safe markup: no script, no style, no picture but our own. */
  html: string;
  /** The words alone. */
  text: string;
}

/** Each is an entry of an index, written in one operation with the article. */
const MAX_PICTURES = 100;
const PICTURE = /^\/pictures\/([\w-]+)$/;
const ELSEWHERE = /^https?:\/\//i;
const LINK = /^(?:https?:\/\/|mailto:|#|\/(?![/\\]))/i;

const markdown = new MarkdownIt({ html: false, linkify: false });
markdown.validateLink = (url) => LINK.test(url.trim());

markdown.core.ruler.push("ours", ({ tokens }) => {
  lowerHeadings(tokens.filter(({ type }) => type.startsWith("heading")));
  for (const token of tokens) {
    // Columns would be aligned by a style.
    token.attrs = token.attrs?.filter(([name]) => name !== "style") ?? null;
    for (const child of token.children ?? []) {
      const href = child.type === "link_open" ? child.attrGet("href") : null;
      if (href && ELSEWHERE.test(href)) child.attrSet("rel", "noopener");
    }
  }
});

markdown.renderer.rules["image"] = (tokens, index, _options, env) => {
  const { escapeHtml } = markdown.utils;
  const token = tokens[index];
  const alt = escapeHtml(token?.content ?? "");
  const id = PICTURE.exec(token?.attrGet("src") ?? "")?.[1] ?? "";
  const size = sizesIn(env).get(id);
  // What is no picture of ours would tell its host who reads what.
  if (!size) return alt;
  return `<img src="/pictures/${id}" alt="${alt}" width="${size.width}" height="${size.height}" loading="lazy">`;
};

/** Makes safe markup of Markdown; pictures of which the size is not known give their words instead. */
export function renderMarkdown(
  source: string,
  sizes: PictureSizes = new Map(),
): RenderedText {
  const env = { sizes };
  const tokens = markdown.parse(source, env);
  const html = markdown.renderer.render(tokens, markdown.options, env);
  const text = tokens
    .map(({ children, content }) => children ? wordsIn(children) : content)
    .join(" ").replaceAll(/\s+/g, " ").trim();
  return { html, text };
}

/** The ids of our pictures that a text shows, a hundred at most. */
export function picturesIn(source: string): string[] {
  const found = source.matchAll(/\]\(\s*<?\/pictures\/([\w-]+)/g);
  return [...new Set(found.map(([, id = ""]) => id))].slice(0, MAX_PICTURES);
}

function wordsIn(tokens: readonly { type: string; content: string }[]): string {
  return tokens
    .map(({ type, content }) => type.endsWith("break") ? " " : content)
    .join("");
}

/**
 * Puts headings below the page's own, which is the first: the highest that an author uses
 * becomes the second level, and none lies more than one below the one before.
 */
function lowerHeadings(headings: { type: string; tag: string }[]): void {
  const levelOf = (tag: string) => Number(tag.slice(1));
  const highest = Math.min(...headings.map(({ tag }) => levelOf(tag)));
  let last = 1;
  for (const heading of headings) {
    if (heading.type === "heading_open") {
      last = Math.min(levelOf(heading.tag) - highest + 2, last + 1, 6);
    }
    heading.tag = `h${last}`;
  }
}

function sizesIn(env: unknown): PictureSizes {
  if (typeof env === "object" && env !== null && "sizes" in env) {
    if (env.sizes instanceof Map) return env.sizes;
  }
  return new Map();
}
