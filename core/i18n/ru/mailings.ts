import type { mailings as english } from "../en/mailings.ts";
import { counting } from "../plural.ts";
import { common } from "./common.ts";
import { halted } from "./halted.ts";
import { mailingForm as form } from "./mailing_form.ts";

const count = counting("ru");

/** The words of the pages of mailings. */
export const mailings: typeof english = {
  form,
  halted,
  title: "Рассылки",
  new: "Новая рассылка",
  editing: "Изменение рассылки",
  none: "Рассылка отправляет сообщение вашим клиентам в назначенное время, " +
    "один раз или регулярно.",
  search: "Название рассылки",
  noMatch: (search) => `Здесь нет рассылки с «${search}» в названии.`,
  noneInState: "В этом состоянии рассылок нет.",
  showAll: "Показать все рассылки",
  byStatus: "По состоянию",
  filters: {
    draft: "Черновики",
    scheduled: "Запланированные",
    running: "Идут",
    paused: "На паузе",
    completed: "Завершённые",
    cancelled: "Отменённые",
    "switched off": "Отключённые",
  },
  all: "Все",
  columns: {
    name: "Название",
    status: "Состояние",
    nextTime: "Отправка",
    to: "Кому",
    message: "Сообщение",
  },
  noMessageYet: "Не выбрано",
  audience: {
    everyone: "Всем",
    search: (query) => `По запросу «${query}»`,
    nobody: "Пока никому",
    chosen: (n) => `${common.clients(n)}, поимённо`,
  },
  rhythm: {
    once: "Один раз",
    daily: "Каждый день",
    weekly: (weekday) => WEEKLY[weekday - 1] ?? "Каждую неделю",
    monthly: (day) =>
      day > 28
        ? `Каждый месяц ${day}-го числа, в коротком месяце — в последний день`
        : `Каждый месяц ${day}-го числа`,
    until: (rhythm, end) => `${rhythm}, до ${end}`,
  },
  facts: {
    title: "Настройки",
    message: "Сообщение",
    deletedMessage: "Уже удалено",
    noMessage: "Пока не выбрано",
    to: "Кому",
    peopleNow: (people) => `Сейчас получат: ${people}`,
    when: "Когда",
    atLaunch: "Сразу после запуска",
    timeZone: "Часовой пояс",
  },
  nextTimes: "Ближайшие отправки",
  nextTimesPaused: "Ближайшие отправки после паузы",
  actions: {
    cancel: "Отменить",
    duplicate: "Дублировать",
    pause: "Приостановить",
    resume: "Продолжить",
  },
  missed: (n) =>
    `Пока отправлять было нельзя, прошло ${
      count(n, {
        one: "время отправки; оно пропущено.",
        few: "времени отправки; они пропущены.",
        many: "времён отправки; они пропущены.",
      })
    }`,
  told: {
    draft: "Черновик сохранён. Пока ничего не отправляется.",
    staysPaused: "Сохранено. Рассылка остаётся на паузе.",
    begins: "Отправка начинается.",
    scheduled: (time) => `Отправка назначена на ${time}.`,
    over: "Эта рассылка уже закончена.",
    paused: "Рассылка на паузе. Пока вы её не продолжите, ничего не уйдёт.",
    cancelled: "Рассылка отменена. Больше ничего не уйдёт.",
    deleted: (name) => `Рассылка «${name}» удалена.`,
    copied: "Это копия, пока черновик. Исходная рассылка не изменилась.",
    notReady: "Пока не готово.",
  },
  cancelling: {
    title: "Отмена рассылки",
    ask: (name) => `Отменить рассылку «${name}» насовсем?`,
    about:
      "Всё отправленное останется в отчётах, а копию рассылки можно будет отправить.",
    goes: "Что пропадёт:",
    waiting: (n) =>
      count(n, {
        one: "сообщение, которое ещё не отправлено",
        few: "сообщения, которые ещё не отправлены",
        many: "сообщений, которые ещё не отправлены",
      }),
    times: "все будущие отправки",
    confirm: "Отменить рассылку",
    keep: "Оставить как есть",
  },
  deletion: {
    title: "Удаление рассылки",
    ask: (name) => `Удалить рассылку «${name}»?`,
    about: "Сообщение и клиенты останутся. Будет удалено:",
    settings: "рассылка и её настройки",
    runs: (n, { more }) =>
      `${more ? "больше чем " : ""}${
        count(n, {
          one: "отправка с её итогами",
          few: "отправки с их итогами",
          many: "отправок с их итогами",
        })
      }`,
    attempts: "история каждого отправленного сообщения",
    confirm: "Удалить рассылку",
    keep: "Оставить рассылку",
  },
};

const WEEKLY = [
  "Каждый понедельник",
  "Каждый вторник",
  "Каждую среду",
  "Каждый четверг",
  "Каждую пятницу",
  "Каждую субботу",
  "Каждое воскресенье",
];
