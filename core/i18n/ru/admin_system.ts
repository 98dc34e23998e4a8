import type {
  audit as auditEn,
  system as systemEn,
} from "../en/admin_system.ts";
/** The words of the pages on the system and of the journal. */
export const system: typeof systemEn = {
  title: "Система",
  about: "Как служба работает прямо сейчас.",
  mail: "Почтовая служба",
  transport: "Отправка через",
  state: "Состояние",
  working: "Работает",
  holdsBack: "Часть почты придержана",
  doors: "Придержанная почта",
  noDoors:
    "Ничего не придержано: почтовая служба принимает письма всех, и дневные лимиты не исчерпаны.",
  whose: "Чья почта",
  everybody: "Общая, всех пользователей",
  ownMail: "Письма самого сайта: подтверждения, пароли, уведомления",
  usedUp: "Дневной лимит исчерпан",
  untilMidnight: "Новый день начинается в полночь по UTC.",
  resting: "Пауза после сбоя",
  probing: "Проверяется одним письмом",
  until: "Следующая попытка",
  reason: "Что она ответила",
  queue: "Текущие отправки",
  noRuns:
    "Сейчас ничего не отправляется. Следующая отправка начнётся в своё время.",
  mailing: "Рассылка",
  waiting: "Ожидает",
  delivered: "Доставлено",
  shards: "Частей в работе",
  started: "Начата",
  moreRuns: (n) => `Показаны первые ${n}.`,
  none: "нет",
  awaitingPurge: "Удаляется аккаунтов",
  errors: "Последние предупреждения",
  errorsAbout: "Последние 50 за семь дней.",
  noErrors: "За последние семь дней предупреждений не было.",
  when: "Когда",
  store: "Хранилище",
  clients: "Клиенты",
  mailings: "Рассылки",
  journalLink: "Открыть журнал",
};

/** The words of the journal of what managers and administrators did. */
export const audit: typeof auditEn = {
  title: "Журнал",
  about: "Что сделали менеджеры и администраторы, начиная с последнего.",
  empty:
    "Записей пока нет. Здесь появятся блокировки, отключения, удаления и изменения групп.",
  who: "Кто",
  act: "Что сделал",
  note: "Причина или подробности",
  acts: {
    "user.blocked": "Блокировка пользователя",
    "user.unblocked": "Снятие блокировки",
    "user.deleted": "Удаление пользователя",
    "user.groups_changed": "Изменение групп пользователя",
    "mailing.switched_off": "Отключение рассылки",
    "mailing.switched_on": "Включение рассылки",
    "mailing.halted": "Рассылка остановилась: слишком много не дошло",
    "group.created": "Создание группы",
    "group.changed": "Изменение группы",
    "group.deleted": "Удаление группы",
  },
};
