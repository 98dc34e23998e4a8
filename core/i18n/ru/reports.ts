import type { reports as english } from "../en/reports.ts";
import { counting } from "../plural.ts";

const count = counting("ru");

/** The words of: reports. */
export const reports: typeof english = {
  report: "Отчёт",
  ofMailing: (name) => `Отчёт: ${name}`,
  ofRun: (when) => `Отчёт об отправке ${when}`,
  run: (when) => `Отправка ${when}`,
  download: "Скачать CSV",
  printHint:
    "Чтобы напечатать отчёт, воспользуйтесь печатью браузера: меню и кнопки на бумагу не попадут.",
  facts: {
    mailing: "Рассылка",
    message: "Сообщение",
    began: "Начало",
    ended: "Конец",
    notYet: "Ещё идёт",
    runs: "Отправки",
  },
  outcomes: "Итоги",
  outcomesOf: (n) =>
    `Доли считаются от ${
      count(n, {
        one: "получателя",
        few: "получателей",
        many: "получателей",
      })
    }.`,
  expired: "Не удалось после многих попыток",
  skipped: "Пропущено: клиент отписан",
  notSent: "Не отправлено: рассылка отменена",
  deferrals: (n) =>
    `Почтовые серверы отложили ${
      count(n, { one: "попытку", few: "попытки", many: "попыток" })
    }, их повторили позже.`,
  doubts: (n) =>
    `Ответа не пришло на ${
      count(n, { one: "сообщение", few: "сообщения", many: "сообщений" })
    }: они могли дойти, их отправили ещё раз с тем же Message-ID.`,
  nobody: "У этой отправки не было получателей.",
  timeline: "По времени",
  timelineCaption: "Итоги попыток по времени",
  allWithin: (time) => `Всё прошло в пределах одной минуты, ${time}.`,
  nothingYet: "Пока ничего не отправлено.",
  failed: "Не доставлено",
  putOff: "Отложено",
  waiting: "Ожидает",
  why: "Почему сообщения не доставлены",
  whyDelayed: "Почему попытки откладывались",
  noFailures: "Неудач не было.",
  reasons: {
    "no-mailbox": "Нет такого ящика",
    "mailbox-closed": "Ящик отключён",
    "mailbox-full": "Ящик переполнен",
    "bad-address": "Ошибка в адресе",
    "no-domain": "Домен адреса не найден",
    "spam": "Отклонено как спам или по правилам сервера",
    "too-large": "Сообщение слишком большое",
    "later": "Сервер просил повторить позже",
    "connection": "Неполадки со связью",
    "not-authenticated": "Отправитель не подтверждён (SPF, DKIM, DMARC)",
    "sender-blocked": "Отправитель в чёрном списке или с плохой репутацией",
    "sending-limit": "Отправитель шлёт слишком много сразу",
    "not-allowed": "Отправителю не разрешено отправлять",
    "other": "Другая причина",
  },
  failedFor: (reason) => `Не доставлено: ${reason}`,
  nobodyFailed: "Здесь никого нет.",
  showAll: "Показать все причины",
  slowest: "Самые медленные доставки",
  slowestHelp:
    "Те, что дошли не с первой попытки: время от начала отправки до того, как почтовый сервер принял сообщение.",
  compared: "Сравнение отправок",
  comparedCaption: "Итоги каждой отправки, начиная с самой ранней",
  noRuns: "Эта рассылка ещё не отправлялась.",
  failuresOfRuns: "Не доставлено, по всем отправкам",
  columns: {
    client: "Клиент",
    reason: "Причина",
    answer: "Ответ",
    tries: "Попытки",
    time: "Время",
    took: "Заняло",
    run: "Отправка",
    recipients: "Получатели",
    delivered: "Доставлено",
    failed: "Не доставлено",
    share: "Доставлено, %",
  },
  csv: {
    run: "Отправка",
    name: "Имя",
    email: "Эл. почта",
    outcome: "Итог",
    reason: "Причина",
    tries: "Попытки",
    answer: "Ответ почтового сервера",
    first: "Первая попытка",
    last: "Последняя попытка",
  },
  recent: {
    title: "Не доставлено за последние 7 дней",
    total: (n) =>
      count(n, { one: "сообщение", few: "сообщения", many: "сообщений" }),
    why: "Почему",
    where: "В каких рассылках",
  },
};
