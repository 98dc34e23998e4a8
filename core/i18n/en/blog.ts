import { counting } from "../plural.ts";
import { blogDesk } from "./blog_desk.ts";

const count = counting("en");

/** The words of the blog, and of the pages where it is written. */
export const blog = {
  title: "Blog",
  about: "On writing to people who asked to hear from you.",
  feed: "Atom feed",
  fromTheBlog: "From the blog",
  allArticles: "All articles",
  empty: "No article has been published yet.",
  minutes: (n: number) => `${n} min read`,
  views: (n: number) => count(n, { one: "view", many: "views" }),
  /** Said of an article in another language than the page's. */
  written: { en: "in English", ru: "in Russian" },
  neighbours: "Other articles",
  previous: "Previous article",
  next: "Next article",
  desk: blogDesk,
};
