import type { mailbox as english } from "../en/mailbox.ts";

/** The words of the mailbox. */
export const mailbox: typeof english = {
  title: "Почтовый ящик",
  about: "Этот сайт не отправляет письма, а хранит их здесь.",
  folders: "Папки",
  mailings: "Из ваших рассылок",
  noMailings: "Из ваших рассылок пока не ушло ни одного письма.",
  account: "Об аккаунте",
  noAccount: "Писем об аккаунте пока не было.",
  search: "Адрес, имя или тема",
  searchBack: "Искать дальше",
  notAmongNewest: (words) =>
    `В новых письмах нет «${words}» ни в адресе, ни в имени, ни в теме.`,
  notFound: (words) =>
    `Нет писем, где «${words}» есть в адресе, имени или теме.`,
  showAll: "Показать все письма",
  caption: "Письма, сначала новые",
  subject: "Тема",
  noSubject: "Без темы",
  from: "От",
  to: "Кому",
  address: "Адрес",
  kept: "Получено",
  views: "Виды письма",
  letter: "Письмо",
  text: "Текст",
  headers: "Заголовки",
  source: "Исходник",
  sourceLabel: "Исходный текст письма",
  frame: (subject) => `Письмо: ${subject}`,
  mailTitle: (subject) => `${subject} · Почтовый ящик`,
};
