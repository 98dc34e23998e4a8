import { counting } from "../plural.ts";

const count = counting("en");
const addresses =
  "Check where these addresses come from, and correct or delete the ones that failed. The report lists them.";
const later =
  "The receiving servers could not take these messages for days. Wait a while before you resume.";

/** What an owner is told of a mailing that stopped itself. */
export const halted = {
  title: "Stopped: too many messages failed",
  numbers: (failed: number, settled: number) =>
    `${failed} of ${
      count(settled, { one: "message", many: "messages" })
    } could not be delivered.`,
  reason: (reason: string) => `The commonest reason: ${reason}.`,
  /** What to do, by the commonest reason. */
  advice: {
    "no-mailbox": addresses,
    "mailbox-closed": addresses,
    "mailbox-full": addresses,
    "bad-address": addresses,
    "no-domain": addresses,
    spam:
      "The receiving servers take the message for spam, or do not let this site send in your name. Read their answers in the report, change the message, or ask whoever runs this site.",
    "too-large":
      "Make the message shorter, cancel this mailing and send a copy of it.",
    later,
    connection: later,
    other: "Read the servers’ answers in the report.",
  },
  goesOn:
    "Nothing more goes out until you resume the mailing. It then goes on with those who still wait; what has failed so far is not counted again.",
  report: "Open the report",
};
