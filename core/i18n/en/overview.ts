import { counting } from "../plural.ts";

const count = counting("en");
const { format } = new Intl.NumberFormat("en-GB");

/** The words of the first page of those who signed in. */
export const overview = {
  title: "Overview",
  create: "Create a mailing",
  quiet: "Nothing is going out and nothing is planned.",
  totals: "What you have",
  now: "Going out now",
  prepared: (n: number) =>
    `${count(n, { one: "letter", many: "letters" })} prepared so far`,
  handled: (done: number, all: number) =>
    `${format(done)} of ${
      count(all, { one: "letter", many: "letters" })
    } handled`,
  next: "Going out next",
  nextCaption: "Mailings that go out next",
  finished: "Just finished",
  finishedCaption: "Runs that just finished",
  columns: {
    mailing: "Mailing",
    starts: "Starts",
    at: "At",
    state: "State",
    finished: "Finished",
    delivered: "Delivered",
    notDelivered: "Not delivered",
  },
  steps: {
    title: "Three steps to your first mailing",
    done: ": done",
    clients: {
      title: "Add clients",
      text: "The people who receive your mail, one by one or as a list.",
      action: "Add client",
    },
    messages: {
      title: "Write a message",
      text: "A subject and a body, which greets each client by name.",
      action: "Write message",
    },
    mailings: {
      title: "Create a mailing",
      text: "Which message goes to whom, when and how often.",
      action: "Create a mailing",
    },
  },
};
