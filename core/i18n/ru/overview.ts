import type { overview as english } from "../en/overview.ts";
import { counting } from "../plural.ts";

const count = counting("ru");
const { format } = new Intl.NumberFormat("ru-RU");

/** The words of the first page of those who signed in. */
export const overview: typeof english = {
  title: "Обзор",
  create: "Создать рассылку",
  quiet: "Ничего не отправляется и не запланировано.",
  totals: "Что у вас есть",
  now: "Отправляется сейчас",
  prepared: (n) =>
    `Подготовлено пока ${
      count(n, { one: "письмо", few: "письма", many: "писем" })
    }`,
  handled: (done, all) =>
    `Обработано ${format(done)} из ${
      count(all, { one: "письма", few: "писем", many: "писем" })
    }`,
  next: "Ближайшие рассылки",
  nextCaption: "Рассылки, которые уйдут следующими",
  finished: "Недавно закончились",
  finishedCaption: "Недавно закончившиеся отправки",
  columns: {
    mailing: "Рассылка",
    starts: "Начало",
    at: "Когда",
    state: "Состояние",
    finished: "Закончена",
    delivered: "Доставлено",
    notDelivered: "Не доставлено",
  },
  steps: {
    title: "Три шага до первой рассылки",
    done: ": готово",
    clients: {
      title: "Добавьте клиентов",
      text: "Люди, которые получат ваши письма: по одному или списком.",
      action: "Добавить клиента",
    },
    messages: {
      title: "Напишите сообщение",
      text: "Тема и текст, который обращается к каждому клиенту по имени.",
      action: "Написать сообщение",
    },
    mailings: {
      title: "Создайте рассылку",
      text: "Какое сообщение, кому, когда и как часто.",
      action: "Создать рассылку",
    },
  },
};
