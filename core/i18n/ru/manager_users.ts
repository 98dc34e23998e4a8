import type { managedUsers as english } from "../en/manager_users.ts";
import { groupName } from "./group_names.ts";

/** The words of the managers' pages about users. */
export const managedUsers: typeof english = {
  title: "Пользователи",
  caption: "Пользователи",
  search: "Имя или адрес почты",
  byState: "По состоянию",
  all: "Все",
  noneFound: (search) =>
    `Здесь нет пользователей, у которых в имени или адресе есть «${search}».`,
  noneSuch: "В этом состоянии никого нет.",
  showAll: "Показать всех",
  columns: {
    name: "Имя",
    state: "Состояние",
    email: "Почта",
    registered: "Регистрация",
    clients: "Клиенты",
    mailings: "Рассылки",
  },
  about: "Аккаунт",
  email: "Почта",
  groupName,
  groups: "Группы",
  noGroups: "Нет",
  registered: "Регистрация",
  confirmed: "Адрес подтверждён",
  notConfirmed: "Ещё нет",
  timeZone: "Часовой пояс",
  language: "Язык",
  languages: { en: "Английский", ru: "Русский", unset: "Как в браузере" },
  clients: "Клиенты",
  mailings: "Рассылки",
  lastMailings: "Последние рассылки",
  allMailings: "Все рассылки владельца",
  noMailings: "Рассылок здесь ещё не было.",
  block: "Заблокировать",
  unblock: "Разблокировать",
  isBlocked: "Аккаунт заблокирован",
  reason: "Причина",
  reasonHelp: "Её покажут при попытке войти.",
  bars: {
    self: "Себя заблокировать нельзя.",
    trusted:
      "Менеджеров и администраторов заблокировать нельзя. Сначала администратор может вывести их из групп.",
  },
  blockPage: "Блокировка пользователя",
  blockTitle: (name) => `Заблокировать аккаунт «${name}»?`,
  blockStays:
    "Клиенты, сообщения и рассылки останутся как есть, аккаунт можно будет разблокировать. Что произойдёт:",
  blockGoes: {
    sessions: "все сеансы завершатся, войти будет нельзя",
    runs: "отправки остановятся, из рассылок ничего не уйдёт",
  },
  blockConfirm: "Заблокировать аккаунт",
  leave: "Не блокировать",
  wasBlocked: (name) =>
    `Аккаунт «${name}» заблокирован: сеансы завершены, ничего не уходит.`,
  wasUnblocked: (name) =>
    `Аккаунт «${name}» разблокирован, войти можно. Остановленное продолжается.`,
};
