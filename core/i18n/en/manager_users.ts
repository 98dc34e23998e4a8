import { groupName } from "./group_names.ts";

/** The words of the managers' pages about users. */
export const managedUsers = {
  title: "Users",
  caption: "Users",
  search: "Name or e-mail address",
  byState: "By state",
  all: "All",
  noneFound: (search: string) =>
    `No user here has “${search}” in the name or the address.`,
  noneSuch: "No user is in this state.",
  showAll: "Show all users",
  columns: {
    name: "Name",
    state: "State",
    email: "E-mail",
    registered: "Registered",
    clients: "Clients",
    mailings: "Mailings",
  },
  about: "Account",
  email: "E-mail",
  groupName,
  groups: "Groups",
  noGroups: "None",
  registered: "Registered",
  confirmed: "Address confirmed",
  notConfirmed: "Not yet",
  timeZone: "Time zone",
  language: "Language",
  languages: { en: "English", ru: "Russian", unset: "As the browser asks" },
  clients: "Clients",
  mailings: "Mailings",
  lastMailings: "Latest mailings",
  allMailings: "All their mailings",
  noMailings: "They have made no mailing yet.",
  block: "Block",
  unblock: "Unblock",
  isBlocked: "Blocked",
  reason: "Reason",
  reasonHelp: "They read it when they try to sign in.",
  bars: {
    self: "You cannot block yourself.",
    trusted:
      "Managers and administrators cannot be blocked. An administrator can take them out of their groups first.",
  },
  blockPage: "Block a user",
  blockTitle: (name: string) => `Block ${name}?`,
  blockStays:
    "Clients, messages and mailings stay as they are, and you can unblock the account again. What happens:",
  blockGoes: {
    sessions: "they are signed out everywhere and cannot sign in",
    runs: "their runs halt, and nothing goes out from their mailings",
  },
  blockConfirm: "Block the account",
  leave: "Do not block",
  wasBlocked: (name: string) =>
    `${name} is blocked: signed out everywhere, and nothing goes out.`,
  wasUnblocked: (name: string) =>
    `${name} is unblocked and can sign in. What was halted goes on.`,
};
