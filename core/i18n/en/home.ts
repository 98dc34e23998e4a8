import { naming } from "../plural.ts";

const word = naming("en");

/** The words of the home page. */
export const home = {
  title: "Sendoff: mailings that leave on time",
  postmark: "SENDOFF · LEAVES ON TIME ·",
  headline: "Letters to your clients that leave on time",
  about: "Write a message, choose who receives it and when. Sendoff sends it " +
    "and keeps account of every letter.",
  mailings: (n: number) => word(n, { one: "mailing", many: "mailings" }),
  active: (n: number) =>
    word(n, { one: "active mailing", many: "active mailings" }),
  people: (n: number) =>
    word(n, { one: "unique client", many: "unique clients" }),
  openOverview: "Open overview",
  start: "Create an account",
  signIn: "Sign in",
  steps: [
    {
      title: "Write",
      text: "A message with a subject and a body. Each client is greeted by " +
        "name, and you see it as they will.",
    },
    {
      title: "Choose",
      text:
        "Your clients, added one by one or as a pasted list: all of them, some " +
        "of them, or those a search finds.",
    },
    {
      title: "Send",
      text: "Once, or every day, week or month, at your hour. It goes out by " +
        "itself, and you see what became of every letter.",
    },
  ],
};
