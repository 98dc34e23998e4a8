import type { runs as english } from "../en/runs.ts";
import { counting } from "../plural.ts";
import { common } from "./common.ts";

const count = counting("ru");
const digits = (n: number) => n.toLocaleString("ru-RU");

/** The words of the pages of runs. */
export const runs: typeof english = {
  title: "Отправки",
  earlier: "Прошлые отправки",
  runOf: (time) => `Отправка ${time}`,
  began: (time) => `Начало: ${time}`,
  beganAndEnded: (began, ended) => `Начало: ${began}, конец: ${ended}`,
  progress: "Ход отправки",
  numbers: "Сколько людей",
  gathered: (n) =>
    `Собрано: ${
      count(n, {
        one: "получатель",
        few: "получателя",
        many: "получателей",
      })
    }`,
  handled: (done, all) => `Обработано ${digits(done)} из ${digits(all)}`,
  heldBack: {
    service: "Почтовая служба сейчас не принимает почту.",
    unreachable: "До неё не достучаться.",
    silent: "Она не отвечает.",
    senseless: "Её ответ невозможно понять.",
    says: (reply) => `Она отвечает: «${reply}».`,
    trouble: "С ней что-то не так.",
    safe:
      "Ничего не потеряно, и никто не считается неудачей: каждое сообщение ждёт и уйдёт само.",
    next: (time) => `Следующая попытка — в ${time}.`,
    now: "Прямо сейчас идёт новая попытка.",
    usedUp: "Сообщения на сегодня закончились.",
    tomorrow: "Остальные уйдут сами после полуночи по UTC.",
  },
  asOf: (time) => `Данные на ${time}.`,
  loadAgain: "Обновить страницу",
  columns: {
    time: "Время",
    state: "Состояние",
    delivered: "Доставлено",
    notDelivered: "Не доставлено",
    waiting: "Ждут",
    client: "Клиент",
    outcome: "Итог",
    answer: "Ответ",
    why: "Почему",
    try: "Попытка",
    lastAnswer: "Последний ответ",
    tries: "Попытки",
    nextTry: "Следующая попытка",
  },
  tables: {
    tries: "Попытки доставки",
    waiting: "Получатели, которые ждут",
    skipped: "Пропущенные клиенты",
  },
  figures: {
    all: "Получатели",
    delivered: "Доставлено",
    waiting: "Ждут",
    notSent: "Не отправлено",
    refused: "Отклонено",
    expired: "Не удалось",
    skipped: "Пропущено",
  },
  everyTry: "Все попытки",
  skippedNote: "Они письма не получили, и больше оно им не отправляется.",
  skipReasons: {
    unsubscribed: "Отписка",
    deleted: "Клиент удалён",
    ended: "Рассылка закончилась раньше, чем до них дошла очередь",
    superseded: "Вместо остатка пошла следующая отправка",
  },
  notTried: "Попыток ещё не было",
  lostTrack:
    "Отправка прервалась раньше, чем ответ был записан; сообщение могло дойти",
  beingSent: "отправляется",
  inTurn: "в свою очередь",
  withinMinute: "в течение минуты",
  empty: {
    all: "Попыток ещё не было.",
    delivered: "Пока ничего не доставлено.",
    waiting: "Больше никто не ждёт.",
    notSent: "Рассылку отменили раньше, чем до них дошла очередь.",
    refused: "Ни один почтовый сервер не отклонил сообщение.",
    expired: "Таких нет: ни от кого не пришлось отступиться.",
    skipped: "Никто не пропущен.",
    skippedUnnamed: (n) =>
      `Пропущены и не получили письма: ${common.clients(n)}.`,
  },
};
