import { counting } from "../plural.ts";
import { common } from "./common.ts";
import { halted } from "./halted.ts";
import { mailingForm as form } from "./mailing_form.ts";

const count = counting("en");

/** The words of the pages of mailings. */
export const mailings = {
  form,
  halted,
  title: "Mailings",
  new: "New mailing",
  editing: "Edit mailing",
  none:
    "A mailing sends a message to your clients at its time, once or again " +
    "and again.",
  search: "Name of a mailing",
  noMatch: (search: string) => `No mailing here has “${search}” in its name.`,
  noneInState: "No mailing is in this state.",
  showAll: "Show all mailings",
  byStatus: "By status",
  filters: {
    draft: "Drafts",
    scheduled: "Scheduled",
    running: "Running",
    paused: "Paused",
    completed: "Completed",
    cancelled: "Cancelled",
    "switched off": "Switched off",
  },
  all: "All",
  columns: {
    name: "Name",
    status: "Status",
    nextTime: "Next time",
    to: "To",
    message: "Message",
  },
  noMessageYet: "None yet",
  audience: {
    everyone: "Everyone",
    search: (query: string) => `Clients with “${query}”`,
    nobody: "Nobody yet",
    chosen: (n: number) => `${common.clients(n)}, chosen one by one`,
  },
  rhythm: {
    once: "Once",
    daily: "Every day",
    /** Monday is 1. */
    weekly: (weekday: number) => `Every ${WEEKDAYS[weekday - 1]}`,
    monthly: (day: number) =>
      day > 28
        ? `Every month on day ${day}, or the last of a shorter month`
        : `Every month on day ${day}`,
    until: (rhythm: string, end: string) => `${rhythm}, until ${end}`,
  },
  facts: {
    title: "Settings",
    message: "Message",
    deletedMessage: "Deleted since",
    noMessage: "None chosen yet",
    to: "To",
    peopleNow: (people: string) => `${people} would get it now`,
    when: "When",
    atLaunch: "As soon as it is launched",
    timeZone: "Time zone",
  },
  nextTimes: "Next times",
  nextTimesPaused: "Next times, once resumed",
  actions: {
    cancel: "Cancel",
    duplicate: "Duplicate",
    pause: "Pause",
    resume: "Resume",
  },
  missed: (n: number) =>
    n === 1
      ? "1 sending time passed while nothing could be sent; it was left out."
      : `${
        count(n, { one: "", many: "sending times" })
      } passed while nothing could be sent; they were left out.`,
  clockAhead: (shown: string) =>
    `A clock of this service was wrong and showed ${shown}. What it sent early does not go out again; what it passed over goes out at its time.`,
  told: {
    draft: "The draft is saved. Nothing goes out yet.",
    staysPaused: "Saved. The mailing stays paused.",
    begins: "Sending begins.",
    scheduled: (time: string) => `Scheduled for ${time}.`,
    over: "This mailing is over.",
    paused: "Paused. Nothing goes out until you resume it.",
    cancelled: "Cancelled. Nothing more goes out from it.",
    deleted: (name: string) => `“${name}” is deleted.`,
    copied: "This is the copy, a draft. The first mailing stays as it is.",
    copiedOff:
      "This is the copy, a draft. It is switched off like the first mailing, and can go out once a manager switches it on.",
    notReady: "Not ready yet.",
  },
  resuming: {
    title: "Resume mailing",
    overdue: (time: string) =>
      `Its time was ${time}, and passed while it was held. Nothing has gone out.`,
    sendNow: "Send it now",
    otherTime: "Choose another time",
    goOn: "Resume",
    stay: "Leave it paused",
    whichText:
      "The message was edited after this run began. Which text do those get who are left?",
    newText: "The text as it is now",
    oldText: "The text as it was when the run began, like those before them",
  },
  held: {
    passed: (time: string) =>
      `Its time, ${time}, passed while it was held, and nothing has gone out. Resume it to send it now, or edit it to choose another time.`,
    willPass: (time: string) =>
      `Its time is ${time}. If that passes while it is paused, nothing goes out by itself: you choose then.`,
    edited:
      "The message was edited after this run began. Those who are left get the text as it was, unless you choose the new one when you resume it.",
    editedGoing:
      "The message was edited after this run began. The run goes on with the text as it was.",
    earlier: (subject: string, time: string) =>
      `Those mailed before ${time} got an earlier text, “${subject}”.`,
    inUse: (names: string) =>
      `Under way with this message: ${names}. Those runs go on with the text as it is now. To give the rest the new one, pause the mailing and choose it when you resume.`,
  },
  cancelling: {
    title: "Cancel mailing",
    ask: (name: string) => `Cancel “${name}” for good?`,
    about:
      "What has gone out stays in the reports, and a copy of the mailing can be sent.",
    goes: "What goes:",
    waiting: (n: number) => `${common.messages(n)} still waiting to be sent`,
    times: "all its sending times to come",
    confirm: "Cancel the mailing",
    keep: "Leave it as it is",
  },
  deletion: {
    title: "Delete mailing",
    ask: (name: string) => `Delete “${name}”?`,
    about: "The message and your clients stay. What goes:",
    settings: "the mailing and its settings",
    runs: (n: number, { more }: { more: boolean }) =>
      `${more ? "more than " : ""}${
        count(n, {
          one: "run with its numbers",
          many: "runs with their numbers",
        })
      }`,
    attempts: "what became of every message it sent",
    confirm: "Delete the mailing",
    keep: "Keep the mailing",
  },
};

const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
];
