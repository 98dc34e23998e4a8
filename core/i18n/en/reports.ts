import { counting } from "../plural.ts";

const count = counting("en");

const reasons = {
  "no-mailbox": "No such mailbox",
  "mailbox-closed": "Mailbox is closed",
  "mailbox-full": "Mailbox is full",
  "bad-address": "Mistake in the address",
  "no-domain": "Domain of the address is unknown",
  "spam": "Refused as spam or by the server’s rules",
  "too-large": "Message is too large",
  "later": "Server asked to come later",
  "connection": "Trouble with the connection",
  "not-authenticated": "Sender is not authenticated (SPF, DKIM, DMARC)",
  "sender-blocked": "Sender is on a block list or has a poor reputation",
  "sending-limit": "Sender sends too much at once",
  "not-allowed": "Sender is not allowed to send",
  "other": "Another reason",
};

/** The words of: reports. */
export const reports = {
  report: "Report",
  ofMailing: (name: string) => `Report: ${name}`,
  ofRun: (when: string) => `Report on the run of ${when}`,
  run: (when: string) => `Run of ${when}`,
  download: "Download as CSV",
  printHint:
    "To print this report, use your browser: menus and buttons stay off the paper.",
  facts: {
    mailing: "Mailing",
    message: "Message",
    began: "Began",
    ended: "Ended",
    notYet: "Still going on",
    runs: "Runs",
  },
  outcomes: "Outcomes",
  outcomesOf: (n: number) =>
    `Shares are of ${count(n, { one: "recipient", many: "recipients" })}.`,
  expired: "Given up after many tries",
  skipped: "Skipped, got no mail",
  notSent: "Not sent, the mailing was cancelled",
  deferrals: (n: number) =>
    `${
      count(n, { one: "try was", many: "tries were" })
    } put off by mail servers and made again later.`,
  doubts: (n: number) =>
    `${
      count(n, { one: "message was", many: "messages were" })
    } handed over without an answer; they may have arrived and were tried again under the same message id.`,
  nobody: "This run had no recipients.",
  timeline: "Over time",
  timelineCaption: "Outcomes of tries over time",
  allWithin: (time: string) => `Everything happened within a minute, ${time}.`,
  nothingYet: "Nothing was sent yet.",
  failed: "Not delivered",
  putOff: "Put off",
  waiting: "Waiting",
  why: "Why messages were not delivered",
  whyDelayed: "Why tries were put off",
  noFailures: "No message failed.",
  reasons,
  failedFor: (reason: string) => `Not delivered: ${reason}`,
  nobodyFailed: "Nobody here.",
  showAll: "Show all reasons",
  slowest: "Slowest deliveries",
  slowestHelp:
    "Those that took more than one try, from the start of the run until the mail server took the message.",
  compared: "Runs compared",
  comparedCaption: "Outcomes of each run, the oldest first",
  noRuns: "This mailing has not gone out yet.",
  failuresOfRuns: "Not delivered, in all runs",
  columns: {
    client: "Client",
    reason: "Reason",
    answer: "Answer",
    tries: "Tries",
    time: "Time",
    took: "Took",
    run: "Run",
    recipients: "Recipients",
    delivered: "Delivered",
    failed: "Not delivered",
    share: "Delivered, %",
  },
  csv: {
    run: "Run",
    name: "Name",
    email: "E-mail",
    outcome: "Outcome",
    reason: "Reason",
    tries: "Tries",
    answer: "Answer of the mail server",
    first: "First try",
    last: "Last try",
  },
  recent: {
    title: "Not delivered in the last 7 days",
    total: (n: number) => count(n, { one: "message", many: "messages" }),
    why: "Why",
    where: "In which mailings",
  },
};
