import { counting } from "../plural.ts";

const count = counting("en");

/** The words of the managers' pages about mailings. */
export const managedMailings = {
  title: "All mailings",
  caption: "Mailings of all owners",
  search: "Name of a mailing or its owner",
  byStatus: "By status",
  all: "All",
  ownersFound: "Owners found:",
  onlyOf: (owner: string) => `Only the mailings of ${owner}.`,
  ofEverybody: "Show everybody's",
  none: "Nobody has made a mailing yet.",
  noneNamed: (search: string) => `No mailing here has “${search}” in its name.`,
  noneSuch: "No mailing is in this state.",
  showAll: "Show all mailings",
  ownerGone: "Deleted account",
  columns: {
    name: "Name",
    status: "Status",
    owner: "Owner",
    nextTime: "Next time",
    to: "To",
    made: "Made",
  },
  ownedBy: "Owner",
  settings: "Settings",
  to: "To",
  everyone: "Everyone",
  found: (query: string) => `Clients with “${query}”`,
  chosen: (n: number) =>
    n === 0
      ? "Nobody yet"
      : `${count(n, { one: "client", many: "clients" })}, chosen one by one`,
  repeats: "Repeats",
  repeat: {
    once: "Once",
    daily: "Every day",
    weekly: "Every week",
    monthly: "Every month",
  },
  starts: "Starts",
  ends: "Ends",
  noTime: "No time chosen yet",
  timeZone: "Time zone",
  missed: "Left out",
  sendingTimes: (n: number) =>
    count(n, { one: "sending time", many: "sending times" }),
  message: "Message",
  subject: "Subject",
  noMessage: "No message is chosen, or it was deleted since.",
  nextTimes: "Next times",
  runs: "Runs",
  noRuns: "Nothing has gone out from it yet.",
  run: {
    time: "Time",
    state: "State",
    delivered: "Delivered",
    notDelivered: "Not delivered",
    waiting: "Waiting",
  },
  off: "Switch off",
  on: "Switch on",
  isOff: "Switched off",
  offPage: "Switch a mailing off",
  offTitle: (name: string) => `Switch “${name}” off?`,
  offHelp: "The owner reads it beside the mailing.",
  offReason: "Reason",
  offStays:
    "Messages, clients and settings stay as they are, and you can switch it on again. What happens:",
  offGoes: {
    run: (waiting: number) =>
      `the run that is going on halts with ${
        count(waiting, { one: "message", many: "messages" })
      } still waiting`,
    times: "what falls due meanwhile is not sent, not even later",
    owner: "the owner cannot let it go on",
  },
  offConfirm: "Switch the mailing off",
  leave: "Leave it on",
  wasSwitchedOff: (name: string) =>
    `“${name}” is switched off. Its owner reads your reason.`,
  wasSwitchedOn: (name: string) => `“${name}” is switched on.`,
  onNow: {
    draft: "It is a draft that its owner may launch.",
    scheduled: "It goes out at its next time.",
    running: "Its run goes on.",
    paused: "It stays paused until its owner resumes it.",
    completed: "All its sending times have passed, so nothing more goes out.",
    cancelled: "Its owner has cancelled it.",
  },
};
