import type { managedMailings as english } from "../en/manager_mailings.ts";
import { counting } from "../plural.ts";

const count = counting("ru");

/** The words of the managers' pages about mailings. */
export const managedMailings: typeof english = {
  title: "Все рассылки",
  caption: "Рассылки всех владельцев",
  search: "Название рассылки или владелец",
  byStatus: "По состоянию",
  all: "Все",
  ownersFound: "Найденные владельцы:",
  onlyOf: (owner) => `Только рассылки владельца «${owner}».`,
  ofEverybody: "Показать все",
  none: "Рассылок пока ни у кого нет.",
  noneNamed: (search) =>
    `Здесь нет рассылок, в названии которых есть «${search}».`,
  noneSuch: "В этом состоянии рассылок нет.",
  showAll: "Показать все рассылки",
  ownerGone: "Удалённый аккаунт",
  columns: {
    name: "Название",
    status: "Состояние",
    owner: "Владелец",
    nextTime: "Ближайшее время",
    to: "Кому",
    made: "Создана",
  },
  ownedBy: "Владелец",
  settings: "Настройки",
  to: "Кому",
  everyone: "Всем",
  found: (query) => `Клиентам, у которых есть «${query}»`,
  chosen: (n) =>
    n === 0
      ? "Пока никому"
      : `${
        count(n, { one: "клиенту", few: "клиентам", many: "клиентам" })
      }, выбранным по одному`,
  repeats: "Повтор",
  repeat: {
    once: "Один раз",
    daily: "Каждый день",
    weekly: "Каждую неделю",
    monthly: "Каждый месяц",
  },
  starts: "Начало",
  ends: "Окончание",
  noTime: "Время пока не выбрано",
  timeZone: "Часовой пояс",
  missed: "Пропущено",
  sendingTimes: (n) =>
    count(n, {
      one: "время отправки",
      few: "времени отправки",
      many: "времён отправки",
    }),
  message: "Сообщение",
  subject: "Тема",
  noMessage: "Сообщение не выбрано или уже удалено.",
  nextTimes: "Ближайшие отправки",
  runs: "Отправки",
  noRuns: "Из неё ещё ничего не уходило.",
  run: {
    time: "Время",
    state: "Состояние",
    delivered: "Доставлено",
    notDelivered: "Не доставлено",
    waiting: "Ожидает",
  },
  off: "Отключить",
  on: "Включить",
  isOff: "Отключена",
  offPage: "Отключение рассылки",
  offTitle: (name) => `Отключить рассылку «${name}»?`,
  offHelp: "Владелец прочтёт её рядом с рассылкой.",
  offReason: "Причина",
  offStays:
    "Сообщения, клиенты и настройки останутся как есть, рассылку можно будет включить снова. Что произойдёт:",
  offGoes: {
    run: (waiting) =>
      `текущая отправка остановится, останется ждать ${
        count(waiting, {
          one: "сообщение",
          few: "сообщения",
          many: "сообщений",
        })
      }`,
    times: "то, что придётся на это время, не уйдёт ни сейчас, ни позже",
    owner: "владелец не сможет её возобновить",
  },
  offConfirm: "Отключить рассылку",
  leave: "Не отключать",
  wasSwitchedOff: (name) =>
    `Рассылка «${name}» отключена. Владелец прочтёт причину.`,
  wasSwitchedOn: (name) => `Рассылка «${name}» включена.`,
  onNow: {
    draft: "Это черновик, владелец может его запустить.",
    scheduled: "Она уйдёт в ближайшее своё время.",
    running: "Её отправка продолжается.",
    paused: "Она на паузе, пока владелец её не возобновит.",
    completed: "Все её сроки прошли, больше ничего не уйдёт.",
    cancelled: "Владелец её отменил.",
  },
};
