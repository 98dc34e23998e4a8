import type { blog as english } from "../en/blog.ts";
import { counting } from "../plural.ts";
import { blogDesk } from "./blog_desk.ts";

const count = counting("ru");

/** The words of the blog, and of the pages where it is written. */
export const blog: typeof english = {
  title: "Блог",
  about: "О том, как писать людям, которые сами захотели получать ваши письма.",
  feed: "Лента Atom",
  fromTheBlog: "Из блога",
  allArticles: "Все статьи",
  empty: "Пока не опубликовано ни одной статьи.",
  minutes: (n) => `${n} мин чтения`,
  views: (n) =>
    count(n, { one: "просмотр", few: "просмотра", many: "просмотров" }),
  written: { en: "на английском", ru: "на русском" },
  neighbours: "Другие статьи",
  previous: "Предыдущая статья",
  next: "Следующая статья",
  desk: blogDesk,
};
