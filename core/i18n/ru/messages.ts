import type { messages as english } from "../en/messages.ts";

/** The words of the pages of messages. */
export const messages: typeof english = {
  title: "Сообщения",
  write: "Написать сообщение",
  save: "Сохранить сообщение",
  editing: "Изменение сообщения",
  edit: (subject) => `Изменить: ${subject}`,
  copy: (subject) => `Написать похожее: ${subject}`,
  delete: (subject) => `Удалить: ${subject}`,
  saved: (subject) => `Сообщение «${subject}» сохранено.`,
  deleted: (subject) => `Сообщение «${subject}» удалено.`,
  search: "Тема",
  none: "Здесь пока пусто. Сообщение — это то, что прочтут ваши клиенты; " +
    "доставит его рассылка.",
  noMatch: (search) => `Ни у одного сообщения нет «${search}» в теме.`,
  showAll: "Показать все сообщения",
  columns: { subject: "Тема", begins: "Начало", changed: "Изменено" },
  fields: {
    subject: "Тема",
    body: "Текст",
    bodyHelp: (most) =>
      `Простой текст, до ${most.toLocaleString("ru-RU")} знаков. ` +
      "Адреса сайтов станут ссылками.",
  },
  placeholders: {
    title: "Подставляется для каждого клиента",
    name: "полное имя клиента",
    company: "ваше имя из профиля",
    email: "адрес клиента",
    unsubscribe: "ссылка, по которой клиент отписывается",
    note:
      "К сообщению без {{unsubscribe}} добавляется последняя строка со ссылкой.",
  },
  page: {
    changed: "Изменено",
    copy: "Копировать",
    send: "Отправить рассылкой",
    readTo: "Каким его увидит",
    show: "Показать",
    sample: "Мария Образцова",
    invented: (name) => `${name}, вымышленный клиент`,
    fromTo: (from, to) => `От: ${from}. Кому: ${to}`,
  },
  deletion: {
    title: "Удаление сообщения",
    ask: (subject) => `Удалить сообщение «${subject}»?`,
    about: "Тема и текст будут удалены, отменить это нельзя. " +
      "В отчётах о прошлых отправках всё останется.",
    confirm: "Удалить сообщение",
    keep: "Оставить сообщение",
    refused: "Ничего не удалено",
    back: "Вернуться к сообщению",
  },
};
