import type { mailingForm as english } from "../en/mailing_form.ts";
import { counting } from "../plural.ts";
import { common } from "./common.ts";

const count = counting("ru");
const genitive = (n: number) =>
  count(n, { one: "клиента", few: "клиентов", many: "клиентов" });
const accusative = (n: number) =>
  count(n, { one: "клиента", few: "клиента", many: "клиентов" });
const people = (n: number, { more }: { more: boolean }) =>
  more ? `Больше ${genitive(n)}` : common.clients(n);

/** The words of a mailing's form and of the summary beside it. */
export const mailingForm: typeof english = {
  notReady: "Пока не готово. Всё, что вы ввели, на месте.",
  what: "Что",
  toWhom: "Кому",
  when: "Когда",
  name: "Название",
  nameHelp: "Только для вас: клиенты его не видят.",
  message: "Сообщение",
  chooseMessage: "Выберите сообщение",
  noMessages: "Сообщений пока нет",
  writeMessage: "Написать новое сообщение",
  clients: "Клиенты",
  everyone: "Все",
  everyoneNow: (n) =>
    `Сейчас ${common.clients(n)}; добавленные позже тоже получат.`,
  everyoneNone: "Пока некому отправлять.",
  bySearch: "Все, кто подходит под запрос",
  bySearchHelp: "Ищем заново при каждой отправке.",
  search: "Запрос",
  searchHelp: "Слова из имени, адреса или комментария.",
  matches: (n, limit) => `Сейчас получат: ${lower(people(n, limit))}.`,
  byHand: "Выбранные поимённо",
  byHandNone: "Найдите клиентов и отметьте их.",
  chosen: (n) => `Выбрано: ${common.clients(n)}`,
  andMore: (n) => `и ещё ${common.clients(n)}`,
  find: "Найти",
  findClients: "Найти клиентов",
  findHint: "Имя, почта или комментарий",
  found: (search) => `Найдено по запросу «${search}»`,
  notFound: (search) => `Клиентов с «${search}» нет.`,
  noOther: (search) => `Других клиентов с «${search}» нет.`,
  noneOnPage: (search) => `На этой странице других клиентов с «${search}» нет.`,
  keep: (n) =>
    `Оставить ${
      accusative(n)
    }, выбранных раньше. Их слишком много, чтобы показать здесь.`,
  start: "Начало",
  now: "Сейчас",
  at: "В назначенное время",
  startsAt: "Дата и время",
  timeZone: "Часовой пояс",
  repeat: "Повтор",
  repeats: {
    once: "Один раз",
    daily: "Каждый день",
    weekly: "Каждую неделю",
    monthly: "Каждый месяц",
  },
  end: "Окончание",
  endHelp: "С этого времени ничего не отправляется.",
  saveDraft: "Сохранить черновик",
  check: "Проверить",
  save: "Сохранить изменения",
  schedule: "Запланировать",
  scheduleFor: (time) => `Отправить ${time}`,
  sendNow: "Отправить сейчас",
  sendMany: (n, { more }) =>
    more
      ? `Отправить сейчас больше ${
        count(n, { one: "сообщения", few: "сообщений", many: "сообщений" })
      }`
      : `Отправить сейчас ${common.messages(n)}`,
  summary: {
    title: "Итог",
    to: "Кому",
    people: (n, limit) => n === 0 ? "Никому" : people(n, limit),
    everyone: "Все, кто есть на момент отправки.",
    search: (query) => `Все, кто подходит под «${query}» на момент отправки.`,
    noSearch: "Запрос пока не введён.",
    byHand: "Выбранные поимённо.",
    leftOut: "Отписавшиеся не учтены.",
    message: "Сообщение",
    noMessage: "Пока не выбрано",
    when: "Когда",
    noTime: "Время пока не задано",
    endsBefore: "До этого окончания ничего не будет отправлено",
    passed: "Это время уже прошло",
    zone: (zone) => `Время: ${zone}`,
  },
};

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
