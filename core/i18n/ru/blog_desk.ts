import type { blogDesk as english } from "../en/blog_desk.ts";
import { counting } from "../plural.ts";

const count = counting("ru");

/** The words of the pages where articles are written. */
export const blogDesk: typeof english = {
  title: "Статьи",
  write: "Написать статью",
  newTitle: "Новая статья",
  editTitle: (title) => `Изменить «${title}»`,
  search: "Искать статьи",
  states: "Статьи по состоянию",
  all: "Все",
  state: {
    draft: "Черновик",
    scheduled: "Запланирована",
    published: "Опубликована",
  },
  stateFilter: {
    draft: "Черновики",
    scheduled: "Запланированные",
    published: "Опубликованные",
  },
  empty: "Статей пока нет. Напишите первую: она останется черновиком, пока " +
    "вы её не опубликуете.",
  nothingFound:
    "Таких статей нет. Поищите другие слова или посмотрите все статьи.",
  columns: {
    title: "Заголовок",
    state: "Состояние",
    views: "Просмотры",
    language: "Язык",
    published: "Публикация",
  },
  languages: { en: "английский", ru: "русский" },
  text: "Текст",
  titleLabel: "Заголовок",
  slug: "Адрес",
  slugHelp:
    "Конец адреса статьи. Если оставить пустым, получится из заголовка.",
  summary: "Кратко",
  summaryHelp: "Одно-два предложения для списков и для тех, кто поделится " +
    "статьёй. Если оставить пустым, возьмём начало статьи.",
  body: "Статья",
  bodyHelp:
    "Markdown: ## заголовок, *выделение*, [ссылка](https://…), - список, > цитата.",
  language: "Язык статьи",
  picture: "Картинка",
  pictureHelp: "JPEG, PNG, WebP или AVIF, до 5 МБ.",
  pictureAgain: "Выберите картинку ещё раз: браузер её не запоминает.",
  otherPicture: "Другая картинка",
  removePicture: "Показывать статью без картинки",
  alt: "Что на картинке",
  altHelp: "Для тех, кто её не видит.",
  file: "Файл",
  when: "Когда её увидят читатели",
  publication: "Публикация",
  keepDraft: "Оставить черновиком",
  keepDraftHelp: "Читатели её не видят.",
  publishNow: "Опубликовать сейчас",
  publishAt: "Опубликовать в назначенное время",
  publishAtHelp: "С этого времени её видят читатели.",
  at: "Дата и время",
  atHelp: (zone) => `В вашем часовом поясе, ${zone}.`,
  noDate: "Укажите дату и время публикации.",
  save: "Сохранить статью",
  preview: "Предпросмотр",
  previewTitle: "Как это будет выглядеть",
  view: "Открыть в блоге",
  created: (title) => `Статья «${title}» сохранена.`,
  published: (title) => `Статья «${title}» в блоге.`,
  scheduled: (title) => `Статья «${title}» появится в блоге в своё время.`,
  deleted: (title) => `Статья «${title}» удалена.`,
  deleteTitle: (title) => `Удалить «${title}»?`,
  deletePage: "Удаление статьи",
  deleteOne: (title) => `Удалить «${title}»`,
  goes: (views) => [
    "статья и её картинка",
    "её адрес в блоге: ссылки на неё никуда не приведут",
    count(views, {
      one: "учтённый просмотр",
      few: "учтённых просмотра",
      many: "учтённых просмотров",
    }),
  ],
  confirmDelete: "Удалить статью",
  keep: "Оставить статью",
};
