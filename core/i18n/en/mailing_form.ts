import { common } from "./common.ts";

const people = (n: number, { more }: { more: boolean }) =>
  more ? `More than ${common.clients(n)}` : common.clients(n);

/** The words of a mailing's form and of the summary beside it. */
export const mailingForm = {
  notReady: "This is not ready yet. What you typed is kept.",
  what: "What",
  toWhom: "To whom",
  when: "When",
  name: "Name",
  nameHelp: "For you alone: your clients do not see it.",
  message: "Message",
  chooseMessage: "Choose a message",
  noMessages: "You have no messages yet",
  writeMessage: "Write a new message",
  clients: "Clients",
  everyone: "Everyone",
  everyoneNow: (n: number) =>
    `${common.clients(n)} now; those you add later are included.`,
  everyoneNone: "You have no clients to send to yet.",
  bySearch: "All that match a search",
  bySearchHelp: "Looked up anew each time it goes out.",
  search: "Search",
  searchHelp: "Words from the name, the e-mail or the comment.",
  matches: (n: number, limit: { more: boolean }) =>
    `${people(n, limit)} would get it now.`,
  byHand: "Chosen one by one",
  byHandNone: "Find clients and tick them.",
  chosen: (n: number) => `${common.clients(n)} chosen`,
  andMore: (n: number) => `and ${common.clients(n)} more`,
  find: "Find",
  findClients: "Find clients",
  findHint: "Name, e-mail or comment",
  found: (search: string) => `Found with “${search}”`,
  notFound: (search: string) => `No client has “${search}”.`,
  noOther: (search: string) => `No other client has “${search}”.`,
  noneOnPage: (search: string) =>
    `No other client on this page has “${search}”.`,
  keep: (n: number) =>
    `Keep the ${
      common.clients(n)
    } chosen before. They are too many to be listed here.`,
  start: "Start",
  now: "Now",
  at: "At a date and time",
  startsAt: "Date and time",
  timeZone: "Time zone",
  repeat: "Repeats",
  repeats: {
    once: "Once",
    daily: "Every day",
    weekly: "Every week",
    monthly: "Every month",
  },
  end: "End",
  endHelp: "From then on nothing goes out.",
  saveDraft: "Save as draft",
  check: "Check",
  save: "Save changes",
  schedule: "Schedule",
  scheduleFor: (time: string) => `Schedule for ${time}`,
  sendNow: "Send now",
  sendMany: (n: number, { more }: { more: boolean }) =>
    `Send ${more ? "more than " : ""}${common.messages(n)} now`,
  summary: {
    title: "Summary",
    to: "To",
    people: (n: number, limit: { more: boolean }) =>
      n === 0 ? "No clients" : people(n, limit),
    everyone: "Everyone there is when it goes out.",
    search: (query: string) => `All who match “${query}” when it goes out.`,
    noSearch: "No search typed yet.",
    byHand: "Chosen one by one.",
    leftOut: "Those who unsubscribed are not counted.",
    message: "Message",
    noMessage: "None chosen yet",
    when: "When",
    noTime: "No time set yet",
    endsBefore: "Nothing would go out before this end",
    passed: "This time has passed",
    zone: (zone: string) => `Time in ${zone}`,
  },
};
