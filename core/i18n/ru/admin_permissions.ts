import type { permissions as english } from "../en/admin_permissions.ts";

/** Each permission: what it is called, and what whoever has it does. */
export const permissions: typeof english = {
  "mailings.own": {
    name: "Свои рассылки",
    help: "Ведёт своих клиентов, пишет сообщения и запускает рассылки.",
  },
  "mailings.view_any": {
    name: "Просмотр всех рассылок",
    help: "Видит рассылки всех пользователей, но не меняет их.",
  },
  "mailings.switch_off": {
    name: "Отключение рассылок",
    help: "Отключает любую рассылку и включает её снова.",
  },
  "users.view": {
    name: "Просмотр пользователей",
    help: "Видит список пользователей и страницу каждого из них.",
  },
  "users.block": {
    name: "Блокировка пользователей",
    help: "Блокирует пользователей и снимает блокировку.",
  },
  "users.delete": {
    name: "Удаление пользователей",
    help: "Удаляет пользователей вместе со всем, что им принадлежит.",
  },
  "groups.manage": {
    name: "Управление группами",
    help: "Создаёт группы и включает в них пользователей.",
  },
  "articles.manage": {
    name: "Статьи блога",
    help: "Пишет и публикует статьи.",
  },
  "system.view": {
    name: "Состояние системы",
    help: "Видит очередь, почтовую службу и журнал действий.",
  },
};
