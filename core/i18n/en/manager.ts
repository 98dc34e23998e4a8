import { managedMailings } from "./manager_mailings.ts";
import { managedUsers } from "./manager_users.ts";

/** The words of the managers' pages, and of what owners read there. */
export const manager = {
  mailings: managedMailings,
  users: managedUsers,
  /** What an owner reads of what a manager did. */
  told: {
    switchedOff: "A manager switched this mailing off",
    several: "A manager switched mailings of yours off",
    all: "All that are switched off",
    reason: "Reason:",
    staysOff: "Saved. The mailing stays switched off.",
    whatToDoWithAll:
      "Nothing goes out from these, and what falls due meanwhile is not sent later. " +
      "Put right what the reasons name and tell the manager: only a manager can switch them on again.",
    whatToDo:
      "Nothing goes out from it, and what falls due meanwhile is not sent later. " +
      "Put right what the reason names and tell the manager: only a manager can switch it on again.",
  },
};
