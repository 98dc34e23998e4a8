import { counting } from "../plural.ts";
import { common } from "./common.ts";

const count = counting("en");

/** The words of the pages of clients. */
export const clients = {
  title: "Clients",
  add: "Add client",
  addSeveral: "Add several",
  addNext: "Add and go on to the next",
  save: "Save client",
  editing: "Edit client",
  edit: (name: string) => `Edit ${name}`,
  delete: (name: string) => `Delete ${name}`,
  added: (name: string) => `${name} added.`,
  saved: (name: string) => `${name} saved.`,
  deleted: (name: string) => `${name} deleted.`,
  search: "Name, e-mail or comment",
  none: "Nobody is here yet. Add the people who are to get your mailings, " +
    "one by one or as a list.",
  noMatch: (search: string) =>
    `No client has “${search}” in the name, the e-mail or the comment.`,
  showAll: "Show all clients",
  found: (n: number, { search, more }: { search: string; more: boolean }) =>
    `${more ? "More than " : ""}${common.clients(n)} with “${search}”`,
  fields: {
    name: "Full name",
    nameHelp: "Messages may greet the client by it.",
    email: "E-mail",
    comment: "Comment",
    commentHelp:
      "For you alone: it never goes out, and a search finds its words.",
  },
  columns: {
    name: "Name",
    email: "E-mail",
    comment: "Comment",
    mail: "Mail",
    added: "Added",
  },
  facts: {
    added: "Added",
    changed: "Changed",
    left: "Left",
    leftNote: "Every run passes them over. Only they can take that back, " +
      "by the link in a mail they got.",
  },
  sent: {
    title: "What was sent",
    mailing: "Mailing",
    outcome: "Outcome",
    answer: "Answer",
    when: "When",
    deletedMailing: "A deleted mailing",
    nothing:
      "Nothing yet. It will be listed here with the mail server’s answer.",
    nothingEver: "Nothing, and nothing will be: they asked for no mail.",
  },
  deletion: {
    title: "Delete client",
    ask: (name: string) => `Delete ${name}?`,
    about: "This cannot be undone. The reports of past runs keep what was " +
      "sent. What will go:",
    withComment: (email: string) => `${email} and your comment`,
    confirm: "Delete the client",
    keep: "Keep the client",
    refused: "Nothing was deleted",
    back: "Back to the client",
  },
  list: {
    title: "Add several clients",
    confirm: "Add all",
    back: "Back to the clients",
    nobodyYet: "Nobody was added yet.",
    empty: "Paste at least one client.",
    label: "Clients, one a line",
    mend: "Lines to mend",
    help:
      "Up to 1 MB. Addresses that are among your clients already stay as they are.",
    formats: "Each line is one of these, or a row copied out of a spreadsheet:",
    examples: `Anna Petrova <anna@example.com>
anna@example.com, Anna Petrova, likes tea
anna@example.com; Anna Petrova`,
    columns:
      "A first line that names the columns, such as “name, email, comment”, " +
      "may put them in any order; columns of other names are left out.",
    added: (n: number) => n > 0 ? `${common.clients(n)} added` : "Nobody added",
    done: (n: number) => `${common.clients(n)} added.`,
    rejected: (n: number) =>
      `${count(n, { one: "line", many: "lines" })} not understood`,
    rejectedNote: "They are in the field below. Mend them and add them again.",
    line: (line: number, reason: string) => `Line ${line}: ${reason}`,
    present: (n: number) => `${common.clients(n)} there already`,
    presentNote: "They were among your clients, or came twice. " +
      "Nothing about them was changed.",
    more: (n: number) => `and ${n.toLocaleString("en-GB")} more`,
  },
};
