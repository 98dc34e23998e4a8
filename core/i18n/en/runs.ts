import { counting } from "../plural.ts";
import { common } from "./common.ts";

const count = counting("en");
const digits = (n: number) => n.toLocaleString("en-GB");

/** The words of the pages of runs. */
export const runs = {
  title: "Runs",
  earlier: "Earlier runs",
  runOf: (time: string) => `Run of ${time}`,
  began: (time: string) => `Began ${time}`,
  beganAndEnded: (began: string, ended: string) =>
    `Began ${began}, ended ${ended}`,
  progress: "Progress",
  numbers: "Numbers of people",
  gathered: (n: number) =>
    `${count(n, { one: "recipient", many: "recipients" })} gathered so far`,
  handled: (done: number, all: number) =>
    `${digits(done)} of ${digits(all)} handled`,
  /** Why an owner's mail is held back. */
  heldBack: {
    service: "The mail service takes no mail at the moment.",
    unreachable: "It cannot be reached.",
    silent: "It does not answer.",
    senseless: "What it answers makes no sense.",
    says: (reply: string) => `It says: “${reply}”.`,
    trouble: "Something is wrong with it.",
    safe:
      "Nothing is lost and nobody counts as failed: every message waits, and goes out by itself.",
    next: (time: string) => `The next try is at ${time}.`,
    now: "It is being tried right now.",
    usedUp: "The day’s messages are used up.",
    tomorrow: "The rest goes out by itself from midnight UTC on.",
  },
  asOf: (time: string) => `The numbers are of ${time}.`,
  loadAgain: "Load the page again for newer ones",
  columns: {
    time: "Time",
    state: "State",
    delivered: "Delivered",
    notDelivered: "Not delivered",
    waiting: "Waiting",
    client: "Client",
    outcome: "Outcome",
    answer: "Answer",
    why: "Why",
    try: "Try",
    lastAnswer: "Last answer",
    tries: "Tries",
    nextTry: "Next try",
  },
  tables: {
    tries: "Tries to deliver",
    waiting: "Recipients who wait",
    skipped: "Clients who were skipped",
  },
  /** The numbers of a run, and over the people behind each. */
  figures: {
    all: "Recipients",
    delivered: "Delivered",
    waiting: "Waiting",
    notSent: "Not sent",
    refused: "Refused",
    expired: "Given up",
    skipped: "Skipped",
  },
  everyTry: "Every try",
  skippedNote: "They got no mail, and none is sent to them any more.",
  skipReasons: {
    unsubscribed: "Had unsubscribed",
    deleted: "Was deleted",
    ended: "The mailing ended before their turn",
    superseded: "A later run took the place of what was left",
  },
  notTried: "Not tried yet",
  lostTrack:
    "Sending stopped before the answer was recorded; the message may have arrived",
  beingSent: "being sent",
  inTurn: "when it is their turn",
  withinMinute: "within a minute",
  empty: {
    all: "Nothing was tried yet.",
    delivered: "Nothing was delivered yet.",
    waiting: "Nobody waits any more.",
    notSent: "The mailing was cancelled before their turn.",
    refused: "Nobody’s mail server has refused the message.",
    expired: "Nobody was given up on.",
    skipped: "Nobody was skipped.",
    skippedUnnamed: (n: number) =>
      `${common.clients(n)} were left out and got no mail.`,
  },
};
