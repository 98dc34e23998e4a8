import type { halted as english } from "../en/halted.ts";
import { counting } from "../plural.ts";

const count = counting("ru");
const addresses =
  "Проверьте, откуда взялись эти адреса, исправьте или удалите те, до которых письмо не дошло. Они перечислены в отчёте.";
const later =
  "Серверы получателей не могли принять эти сообщения несколько дней. Подождите, прежде чем продолжать.";

/** What an owner is told of a mailing that stopped itself. */
export const halted: typeof english = {
  title: "Остановлена: слишком много сообщений не дошло",
  numbers: (failed, settled) =>
    `Не доставлено ${failed} из ${
      count(settled, {
        one: "сообщения",
        few: "сообщений",
        many: "сообщений",
      })
    }.`,
  reason: (reason) => `Самая частая причина: ${reason}.`,
  advice: {
    "no-mailbox": addresses,
    "mailbox-closed": addresses,
    "mailbox-full": addresses,
    "bad-address": addresses,
    "no-domain": addresses,
    spam:
      "Серверы получателей принимают сообщение за спам или не разрешают этому сайту отправлять от вашего имени. Прочтите их ответы в отчёте, измените сообщение или обратитесь к тем, кто ведёт этот сайт.",
    "too-large":
      "Сократите сообщение, отмените эту рассылку и отправьте её копию.",
    later,
    connection: later,
    other: "Прочтите ответы серверов в отчёте.",
  },
  goesOn:
    "Больше ничего не уйдёт, пока вы не продолжите рассылку. Тогда она дойдёт до тех, кто ещё ждёт, а прежние неудачи больше не считаются.",
  report: "Открыть отчёт",
};
