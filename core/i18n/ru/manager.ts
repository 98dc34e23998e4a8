import type { manager as english } from "../en/manager.ts";
import { managedMailings } from "./manager_mailings.ts";
import { managedUsers } from "./manager_users.ts";

/** The words of the managers' pages, and of what owners read there. */
export const manager: typeof english = {
  mailings: managedMailings,
  users: managedUsers,
  told: {
    switchedOff: "Менеджер отключил эту рассылку",
    several: "Менеджер отключил ваши рассылки",
    all: "Все отключённые",
    reason: "Причина:",
    staysOff: "Сохранено. Рассылка остаётся отключённой.",
    whatToDoWithAll:
      "Из них ничего не уходит, и то, что придётся на это время, не уйдёт и позже. " +
      "Исправьте то, что названо в причинах, и сообщите менеджеру: снова включить рассылки может только он.",
    whatToDo:
      "Из неё ничего не уходит, и то, что придётся на это время, не уйдёт и позже. " +
      "Исправьте то, что названо в причине, и сообщите менеджеру: снова включить рассылку может только он.",
  },
};
