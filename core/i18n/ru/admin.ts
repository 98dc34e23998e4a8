import type { admin as english } from "../en/admin.ts";
import { counting } from "../plural.ts";
import { permissions } from "./admin_permissions.ts";
import { audit, system } from "./admin_system.ts";
import { groupName } from "./group_names.ts";

const count = counting("ru");

/** The words of: admin. */
export const admin: typeof english = {
  menu: {
    allMailings: "Все рассылки",
    users: "Пользователи",
    articles: "Статьи",
    groups: "Группы",
    members: "Права",
    system: "Система",
  },
  forbidden: (permission) =>
    `Для этого нужно право «${permission}», а у ваших групп его нет. ` +
    "Ничего не изменилось. Если оно вам нужно, обратитесь к администратору.",
  permissions,
  system,
  audit,
  groupName,
  groups: {
    title: "Группы",
    about: "Что могут участники каждой группы.",
    add: "Новая группа",
    name: "Название",
    nameHelp: "Буквы, цифры, пробелы и дефисы. Изменить его потом нельзя.",
    members: "Пользователи",
    permissions: "Права",
    permissionCount: (n) =>
      count(n, { one: "право", few: "права", many: "прав" }),
    nothing: "Нет",
    builtIn: "Эта группа нужна самому сайту, удалить её нельзя.",
    kept:
      "Группа администраторов сохраняет свои права, иначе сайт некому будет чинить. Дать или забрать можно только право «Свои рассылки».",
    parts: { mailings: "Рассылки", users: "Пользователи", site: "Сайт" },
    created: (name) => `Группа ${name} создана. Включите в неё пользователей.`,
    save: "Сохранить права",
    create: "Создать группу",
    saved: (name) => `Права группы ${name} сохранены.`,
    savedAbout: "Права действуют со следующего запроса участников.",
    show: "Показать пользователей",
    deleteTitle: (name) => `Удаление группы ${name}`,
    deleteQuestion: (name) =>
      `Группа ${name} будет удалена вместе с тем, что она разрешает:`,
    deleteConfirm: "Удалить группу",
    keep: "Оставить группу",
    deleted: (name) => `Группа ${name} удалена.`,
  },
  users: {
    title: "Пользователи и права",
    search: "Имя или адрес",
    everybody: "Все",
    noMatch: (search) =>
      `Ни у одного пользователя нет «${search}» в имени или адресе.`,
    noMembers: (name) => `В группе ${name} никого нет.`,
    showAll: "Показать всех",
    name: "Имя",
    email: "Адрес",
    groups: "Группы",
    state: "Состояние",
    joined: "Регистрация",
    noGroups: "Без групп",
    edit: (name) => `Группы: ${name}`,
    delete: (name) => `Удалить: ${name}`,
    owns: "Принадлежит",
    rights: "Группы",
    rightsHelp: "Группы действуют со следующего запроса пользователя.",
    save: "Сохранить группы",
    saved: (name) => `Группы пользователя ${name} сохранены.`,
    deleteAccount: "Удалить аккаунт",
    deleteTitle: (name) => `Удаление: ${name}`,
    deleteQuestion: (email) => `Аккаунт ${email} будет удалён, и вместе с ним:`,
    losses: {
      runs: (mailings) => `${mailings} со всеми отправками и их итогами`,
      waiting: "всё, что ещё ждёт отправки",
    },
    typed: "Адрес пользователя",
    typedHelp: (email) => `Чтобы удалить аккаунт, введите ${email}.`,
    typedWrong: (email) =>
      `Это не адрес этого аккаунта. Ничего не удалено. Введите ${email}.`,
    deleteConfirm: "Удалить аккаунт и всё это",
    keep: "Оставить аккаунт",
    deleted: (email) =>
      `Аккаунт ${email} удалён. Всё, что ему принадлежало, удаляется, и больше ничего не уйдёт.`,
  },
};
