import type { clients as english } from "../en/clients.ts";
import { counting } from "../plural.ts";
import { common } from "./common.ts";

const count = counting("ru");

/** The words of the pages of clients. */
export const clients: typeof english = {
  title: "Клиенты",
  add: "Добавить клиента",
  addSeveral: "Добавить списком",
  addNext: "Добавить и перейти к следующему",
  save: "Сохранить клиента",
  editing: "Изменение клиента",
  edit: (name) => `Изменить: ${name}`,
  delete: (name) => `Удалить: ${name}`,
  added: (name) => `Клиент добавлен: ${name}.`,
  saved: (name) => `Клиент сохранён: ${name}.`,
  deleted: (name) => `Клиент удалён: ${name}.`,
  search: "Имя, почта или комментарий",
  none: "Здесь пока никого нет. Добавьте тех, кто будет получать ваши " +
    "рассылки, по одному или списком.",
  noMatch: (search) =>
    `Ни у одного клиента нет «${search}» в имени, адресе или комментарии.`,
  showAll: "Показать всех клиентов",
  found: (n, { search, more }) =>
    `${more ? "Больше чем " : ""}${common.clients(n)} по запросу «${search}»`,
  fields: {
    name: "Полное имя",
    nameHelp: "По нему сообщение может обратиться к клиенту.",
    email: "Электронная почта",
    comment: "Комментарий",
    commentHelp:
      "Виден только вам: никуда не отправляется, а поиск находит его слова.",
  },
  columns: {
    name: "Имя",
    email: "Почта",
    comment: "Комментарий",
    mail: "Подписка",
    added: "Добавлен",
  },
  facts: {
    added: "Добавлен",
    changed: "Изменён",
    left: "Отписался",
    leftNote: "Рассылки его пропускают. Вернуть подписку может только он сам " +
      "по ссылке из полученного письма.",
  },
  sent: {
    title: "Что отправлено",
    mailing: "Рассылка",
    outcome: "Итог",
    answer: "Ответ",
    when: "Когда",
    deletedMailing: "Удалённая рассылка",
    nothing:
      "Пока ничего. Здесь появятся отправки с ответами почтового сервера.",
    nothingEver: "Ничего и не будет: клиент отказался от писем.",
  },
  deletion: {
    title: "Удаление клиента",
    ask: (name) => `Удалить клиента «${name}»?`,
    about:
      "Отменить это нельзя. В отчётах о прошлых отправках всё останется. " +
      "Будет удалено:",
    withComment: (email) => `${email} и ваш комментарий`,
    confirm: "Удалить клиента",
    keep: "Оставить клиента",
    refused: "Ничего не удалено",
    back: "Вернуться к клиенту",
  },
  list: {
    title: "Добавление списком",
    confirm: "Добавить всех",
    back: "Вернуться к клиентам",
    nobodyYet: "Пока никто не добавлен.",
    empty: "Вставьте хотя бы одного клиента.",
    label: "Клиенты, по одному в строке",
    mend: "Строки, которые надо исправить",
    help:
      "До 1 МБ. Клиенты, чьи адреса у вас уже есть, останутся без изменений.",
    formats:
      "Каждая строка — в одном из этих видов или скопирована из таблицы:",
    examples: `Анна Петрова <anna@example.com>
anna@example.com, Анна Петрова, любит чай
anna@example.com; Анна Петрова`,
    columns:
      "Если первая строка называет столбцы, например «имя, почта, комментарий», " +
      "их порядок может быть любым; столбцы с другими именами не учитываются.",
    added: (n) =>
      n > 0 ? `${addedVerb(n)} ${common.clients(n)}` : "Никто не добавлен",
    done: (n) => `${addedVerb(n)} ${common.clients(n)}.`,
    rejected: (n) =>
      `Не разобрано: ${
        count(n, { one: "строка", few: "строки", many: "строк" })
      }`,
    rejectedNote: "Они в поле ниже. Исправьте их и добавьте ещё раз.",
    line: (line, reason) => `Строка ${line}: ${reason}`,
    present: (n) => `Уже есть: ${common.clients(n)}`,
    presentNote:
      "Они уже были среди ваших клиентов или встретились дважды. Ничего в них не изменилось.",
    more: (n) => `и ещё ${n.toLocaleString("ru-RU")}`,
  },
};

function addedVerb(n: number): string {
  return new Intl.PluralRules("ru").select(n) === "one"
    ? "Добавлен"
    : "Добавлено";
}
