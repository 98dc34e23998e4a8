import { counting } from "../plural.ts";

const count = counting("en");
const addresses =
  "Check where these addresses come from, and correct or delete the ones that failed. The report lists them.";
const later =
  "The receiving servers could not take these messages for days. Wait a while before you resume.";

/** What an owner is told of a mailing that stopped itself. */
export const halted = {
  title: "Stopped: too many messages failed",
  titleBlocked: "Stopped: mail servers take nothing from this sender",
  numbers: (failed: number, settled: number) =>
    `${failed} of ${
      count(settled, { one: "message", many: "messages" })
    } could not be delivered.`,
  /** Receivers take nothing from the sender. */
  waiting: (waiting: number) =>
    waiting === 1
      ? "1 message waits: the recipients’ mail servers refuse the sender, whoever it is for. This says nothing against your clients, and none of them counts as failed."
      : `${waiting} messages wait: the recipients’ mail servers refuse the sender, whoever they are for. This says nothing against your clients, and none of them counts as failed.`,
  answer: (reply: string) => `A server’s answer: “${reply}”`,
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
    "not-authenticated":
      "Whoever runs this site has to set up SPF, DKIM and DMARC for the domain that it sends from. Tell them this reason. Once that is done, resume the mailing.",
    "sender-blocked":
      "Tell whoever runs this site: the address or domain that it sends from has to be taken off the block list that the answer names. Send only to people who asked for it. Then resume the mailing.",
    "sending-limit":
      "Wait some hours, a day at best, and resume the mailing. If it happens again, ask whoever runs this site to send more slowly.",
    "not-allowed":
      "Tell whoever runs this site: the mail service does not let it send from its address. Once that is settled, resume the mailing.",
    other: "Read the servers’ answers in the report.",
  },
  goesOn:
    "Nothing more goes out until you resume the mailing. It then goes on with those who still wait; what has failed so far is not counted again.",
  report: "Open the report",
};
