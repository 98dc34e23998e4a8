import { counting } from "../plural.ts";

const count = counting("en");

/** The words of the pages where articles are written. */
export const blogDesk = {
  title: "Articles",
  write: "Write an article",
  newTitle: "New article",
  editTitle: (title: string) => `Edit "${title}"`,
  search: "Search articles",
  states: "Articles by state",
  all: "All",
  state: { draft: "Draft", scheduled: "Scheduled", published: "Published" },
  stateFilter: {
    draft: "Drafts",
    scheduled: "Scheduled",
    published: "Published",
  },
  empty: "There are no articles yet. Write the first one; it stays a draft " +
    "until you publish it.",
  nothingFound:
    "No article is like that. Search for other words, or look at all.",
  columns: {
    title: "Title",
    state: "State",
    views: "Views",
    language: "Language",
    published: "Published",
  },
  languages: { en: "English", ru: "Russian" },
  text: "Text",
  titleLabel: "Title",
  slug: "Address",
  slugHelp:
    "The end of the article's address. Made from the title if left empty.",
  summary: "Summary",
  summaryHelp: "One or two sentences for lists and for those who share it. " +
    "Taken from the beginning if left empty.",
  body: "Article",
  bodyHelp:
    "Markdown: ## heading, *emphasis*, [link](https://…), - list, > quote.",
  language: "Language of the article",
  picture: "Picture",
  pictureHelp: "JPEG, PNG, WebP or AVIF of up to 5 MB.",
  pictureAgain: "Choose the picture again: a browser does not keep it.",
  otherPicture: "Another picture",
  removePicture: "Show the article without a picture",
  alt: "What the picture shows",
  altHelp: "For those who do not see it.",
  file: "File",
  when: "When readers see it",
  publication: "Publication",
  keepDraft: "Keep as a draft",
  keepDraftHelp: "Readers do not see it.",
  publishNow: "Publish now",
  publishAt: "Publish at a time",
  publishAtHelp: "Readers see it from then on.",
  at: "Date and time",
  atHelp: (zone: string) => `In your time zone, ${zone}.`,
  noDate: "Enter the date and time of the publication.",
  save: "Save article",
  preview: "Preview",
  previewTitle: "How it will look",
  view: "Open on the blog",
  created: (title: string) => `"${title}" is saved.`,
  published: (title: string) => `"${title}" is on the blog.`,
  scheduled: (title: string) => `"${title}" will be on the blog at its time.`,
  deleted: (title: string) => `"${title}" is deleted.`,
  deleteTitle: (title: string) => `Delete "${title}"?`,
  deletePage: "Delete article",
  deleteOne: (title: string) => `Delete "${title}"`,
  goes: (views: number) => [
    "the article and its picture",
    `its address on the blog; links to it will lead nowhere`,
    count(views, { one: "counted view", many: "counted views" }),
  ],
  confirmDelete: "Delete the article",
};
