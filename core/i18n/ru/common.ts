import type { common as english } from "../en/common.ts";
import { counting } from "../plural.ts";

const count = counting("ru");

/** Words that many pages share. */
export const common: typeof english = {
  product: "Sendoff",
  title: (page) => `${page} · Sendoff`,
  save: "Сохранить",
  cancel: "Отмена",
  edit: "Изменить",
  delete: "Удалить",
  search: "Найти",
  optional: "необязательно",
  previous: "Назад",
  next: "Вперёд",
  pages: "Страницы",
  actions: "Действия",
  time: "Время",
  notSaved: "Пока ничего не сохранено.",
  clients: (n) => count(n, { one: "клиент", few: "клиента", many: "клиентов" }),
  messages: (n) =>
    count(n, { one: "сообщение", few: "сообщения", many: "сообщений" }),
  mailings: (n) =>
    count(n, { one: "рассылка", few: "рассылки", many: "рассылок" }),
  states: {
    draft: "Черновик",
    scheduled: "Запланирована",
    running: "Идёт",
    paused: "На паузе",
    completed: "Завершена",
    cancelled: "Отменена",
    "switched off": "Отключена",
    planning: "Готовится",
    sending: "Отправляется",
    finished: "Закончена",
    delivered: "Доставлено",
    deferred: "Отложено",
    refused: "Отклонено",
    waiting: "Ожидает",
    skipped: "Пропущено",
    expired: "Не удалось",
    unknown: "Под вопросом",
    claimed: "Отправляется",
    active: "Активен",
    unconfirmed: "Не подтверждён",
    blocked: "Заблокирован",
    unsubscribed: "Отписан",
    published: "Опубликована",
    working: "Работает",
    unavailable: "Недоступен",
  },
};
