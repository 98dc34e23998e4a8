/** The words of the pages of messages. */
export const messages = {
  title: "Messages",
  write: "Write message",
  save: "Save message",
  editing: "Edit message",
  edit: (subject: string) => `Edit ${subject}`,
  copy: (subject: string) => `Write another like ${subject}`,
  delete: (subject: string) => `Delete ${subject}`,
  saved: (subject: string) => `“${subject}” saved.`,
  deleted: (subject: string) => `“${subject}” deleted.`,
  search: "Subject",
  none: "Nothing is written yet. A message is what your clients will read; " +
    "a mailing sends it to them.",
  noMatch: (search: string) => `No message has “${search}” in its subject.`,
  showAll: "Show all messages",
  columns: { subject: "Subject", begins: "Begins", changed: "Changed" },
  fields: {
    subject: "Subject",
    body: "Message",
    bodyHelp: (most: number) =>
      `Plain text, up to ${most.toLocaleString("en-GB")} characters. ` +
      "Web addresses become links.",
  },
  placeholders: {
    title: "Filled in for each client",
    name: "the client’s full name",
    company: "your name, as in your profile",
    email: "the client’s address",
    unsubscribe: "the link by which a client leaves",
    note: "A message without {{unsubscribe}} gets a last line with the link.",
  },
  page: {
    changed: "Changed",
    copy: "Copy",
    send: "Send it in a mailing",
    readTo: "How it will read to",
    show: "Show",
    sample: "Maria Sample",
    invented: (name: string) => `${name}, who is invented`,
    fromTo: (from: string, to: string) => `${from} to ${to}`,
  },
  deletion: {
    title: "Delete message",
    ask: (subject: string) => `Delete “${subject}”?`,
    about: "Its subject and its text will go, and this cannot be undone. " +
      "The reports of past runs keep what was sent.",
    confirm: "Delete the message",
    keep: "Keep the message",
    refused: "Nothing was deleted",
    back: "Back to the message",
  },
};
