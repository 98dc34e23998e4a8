import type { ErrorPartTable, ErrorTable } from "../errors.ts";

/** What went wrong, in Russian; `{n|one|few|many}` is a number with its word. */
export const errors: ErrorTable = {
  "This is not a form that a page of ours sends.":
    "Эту форму отправила не наша страница.",
  "The form is larger than {size} MB. Shorten it.":
    "Форма больше {size} МБ. Сократите её.",
  "There is no such language here.": "Такого языка здесь нет.",
  "There is no such page.": "Такой страницы нет.",
  "This place in the list is not known. Start at the first page.":
    "Такого места в списке нет. Начните с первой страницы.",
  "Someone else changed this at the same time. Nothing was written; try again.":
    "Кто-то изменил это одновременно с вами. Ничего не записано, попробуйте ещё раз.",
  "Enter an e-mail address like anna@example.com.":
    "Укажите адрес почты, например anna@example.com.",
  "Enter [what] on one line, without control characters.":
    "Укажите [what] одной строкой, без управляющих символов.",
  "Enter [what].": "Укажите [what].",
  "Shorten [what] to {max} characters.":
    "Сократите [what] до {max|символа|символов|символов}.",
  "Choose a language.": "Выберите язык.",

  "Choose a password.": "Придумайте пароль.",
  "Choose a password of at least {min} characters.":
    "Придумайте пароль не короче {min|символа|символов|символов}.",
  "Choose a password of at most {max} characters.":
    "Придумайте пароль не длиннее {max|символа|символов|символов}.",
  "This password is easily guessed. Choose another one, such as four words that do not belong together.":
    "Этот пароль легко угадать. Придумайте другой, например из четырёх слов, которые не связаны друг с другом.",
  "The e-mail address or the password is wrong.":
    "Неверный адрес почты или пароль.",
  "This address is not confirmed yet. Open the mail we sent you and follow its link.":
    "Этот адрес ещё не подтверждён. Откройте наше письмо и перейдите по ссылке в нём.",
  "This account is blocked. The reason: {reason}":
    "Этот аккаунт заблокирован. Причина: {reason}",
  "This is not your password.": "Это не ваш пароль.",
  "Your password was changed meanwhile. Sign in again.":
    "За это время ваш пароль сменили. Войдите снова.",
  "This link was used already, is older than 3 days or was replaced by a newer one. Sign in, or ask for a new link.":
    "Эта ссылка уже использована, ей больше 3 дней или её заменила новая. Войдите или запросите новую ссылку.",
  "This link was used already, is older than an hour or was replaced by a newer one. Ask for a new link.":
    "Эта ссылка уже использована, ей больше часа или её заменила новая. Запросите новую ссылку.",
  "Its time passed while it was held. Send it now, or choose another time.":
    "Её время прошло, пока она была остановлена. Отправьте её сейчас или выберите другое время.",
  "The message was edited meanwhile. Choose which text the rest is to get.":
    "Сообщение тем временем изменили. Выберите, какой текст получат остальные.",
  "Type the password that you chose when you registered.":
    "Введите пароль, который вы придумали при регистрации.",
  "This is not the password of this registration. If you did not register, ignore the mail.":
    "Это не пароль этой регистрации. Если вы не регистрировались, не обращайте внимания на письмо.",
  "Too many pictures are being read right now. Try again in a minute.":
    "Сейчас обрабатывается слишком много картинок. Повторите через минуту.",
  "Too many people are signing in right now. Try again in a minute.":
    "Сейчас входит слишком много людей. Попробуйте через минуту.",
  "Too many tries. Try again in [time].":
    "Слишком много попыток. Попробуйте через [time].",
  "{email} has an account already.": "У {email} уже есть аккаунт.",
  "The account was not deleted, so it is kept.":
    "Аккаунт не удалён, поэтому он остаётся.",
  "There is no such user.": "Такого пользователя нет.",
  "{name} is the only administrator. Make somebody else one first.":
    "{name} — единственный администратор. Сначала назначьте ещё одного.",
  "Only an administrator may do this to an administrator.":
    "Сделать это с администратором может только администратор.",

  "You cannot give a permission that you do not hold yourself.":
    "Нельзя дать право, которого нет у вас самих.",
  "There is no such group.": "Такой группы нет.",
  "There is no group {group} any more.": "Группы {group} больше нет.",
  "There is a group of this name already.":
    "Группа с таким названием уже есть.",
  "Name the group.": "Укажите название группы.",
  "Choose a name of at most {max} characters.":
    "Выберите название не длиннее {max|символа|символов|символов}.",
  "Use letters, digits, spaces and hyphens only.":
    "Используйте только буквы, цифры, пробелы и дефисы.",
  "The administrator group keeps its permissions, or nobody could mend the site. Make another group for those who are to do less.":
    "Группа администраторов сохраняет свои права, иначе сайт некому будет чинить. Для тех, кому нужно меньше, создайте другую группу.",
  "The site itself needs the group {group}.":
    "Группа {group} нужна самому сайту.",
  "The group {group} has [members]. Take them out of it first.":
    "В группе {group} [members]. Сначала исключите их из неё.",

  "You cannot block yourself.": "Себя заблокировать нельзя.",
  "Managers and administrators cannot be blocked. An administrator can take them out of their groups first.":
    "Менеджеров и администраторов заблокировать нельзя. Сначала администратор может вывести их из групп.",
  "{name} is blocked already.": "Аккаунт «{name}» уже заблокирован.",
  "{name} is not blocked.": "Аккаунт «{name}» не заблокирован.",

  "There is no such article.": "Такой статьи нет.",
  "Another article has this address. Choose another one.":
    "Этот адрес уже занят другой статьёй. Выберите другой.",
  "Shorten the address to {max} characters.":
    "Сократите адрес до {max|символа|символов|символов}.",
  "Use small latin letters, figures and single hyphens between them.":
    "Допустимы строчные латинские буквы, цифры и одиночные дефисы между ними.",
  "Shorten the summary to {max} characters.":
    "Сократите анонс до {max|символа|символов|символов}.",
  "Write the article.": "Напишите статью.",
  "Shorten the article to {max} characters, or make two of it.":
    "Сократите статью до {max|символа|символов|символов} или разделите на две.",
  "There is no such picture.": "Такой картинки нет.",
  "The picture is larger than 5 MB. Make it smaller.":
    "Картинка больше 5 МБ. Уменьшите её.",
  "This is no picture that we can show. Use JPEG, PNG, WebP or AVIF.":
    "Такую картинку мы показать не можем. Подойдут JPEG, PNG, WebP или AVIF.",
  "The picture is damaged. Save it anew and choose it again.":
    "Картинка повреждена. Сохраните её заново и выберите ещё раз.",
  "The picture has to have sides of 1 to {max} pixels. Make it smaller.":
    "Стороны картинки — от 1 до {max|пикселя|пикселей|пикселей}. Уменьшите её.",

  "There is no such client.": "Такого клиента нет.",
  "{email} is already among your clients.": "{email} уже есть среди клиентов.",
  "{name} is among the clients chosen for [mailings]. Choose others there, or cancel what is no longer to be sent.":
    "{name} — среди клиентов, выбранных для [mailings]. Выберите там других или отмените то, что больше не нужно отправлять.",
  "Shorten the comment to {max} characters.":
    "Сократите комментарий до {max|символа|символов|символов}.",
  "A quotation mark is opened and not closed.":
    "Кавычка открыта, но не закрыта.",
  "There is no e-mail address on this line.": "В этой строке нет адреса почты.",
  "There are two e-mail addresses here. Give each client a line.":
    "Здесь два адреса почты. Отведите каждому клиенту свою строку.",
  "This is not understood.": "Это непонятно.",
  "This link is not complete. Open it from the mail once more.":
    "Ссылка неполная. Откройте её из письма ещё раз.",

  "There is no such message. Choose another.":
    "Такого сообщения нет. Выберите другое.",
  "There is no such message.": "Такого сообщения нет.",
  "Write the message.": "Напишите сообщение.",
  "Shorten the message to {max} characters.":
    "Сократите сообщение до {max|символа|символов|символов}.",
  'The message "{subject}" is used by [mailings]. Choose another there, or cancel what is no longer to be sent.':
    "Сообщение «{subject}» нужно для [mailings]. Выберите там другое или отмените то, что больше не нужно отправлять.",

  "There is no such mailing.": "Такой рассылки нет.",
  "There is no such run.": "Такой отправки нет.",
  "Choose who is to receive it.": "Выберите, кто её получит.",
  "This form is not complete. Load the page again.":
    "Форма пришла не полностью. Обновите страницу.",
  "Choose a message.": "Выберите сообщение.",
  "Choose at least one client.": "Выберите хотя бы одного клиента.",
  "Type what to search for among your clients.":
    "Введите, что искать среди клиентов.",
  "Shorten the search to {max} characters.":
    "Сократите запрос до {max|символа|символов|символов}.",
  "You have no clients yet. Add clients first.":
    "У вас пока нет клиентов. Сначала добавьте их.",
  "All your clients have unsubscribed. Add others first.":
    "Все ваши клиенты отписались. Сначала добавьте других.",
  'All clients that match "{query}" have unsubscribed. Search for something else.':
    "Все клиенты, подходящие под «{query}», отписались. Измените запрос.",
  "All the clients chosen have unsubscribed. Choose others.":
    "Все выбранные клиенты отписались. Выберите других.",
  'None of your clients match "{query}". Search for something else.':
    "Никто из клиентов не подходит под «{query}». Измените запрос.",
  "More than {most} clients cannot be chosen one by one. Choose everyone, or all that match a search.":
    "Больше {most|клиента|клиентов|клиентов} нельзя выбрать по одному. Выберите всех или всех, кого найдёт поиск.",
  "Choose how often the mailing repeats.":
    "Выберите, как часто повторяется рассылка.",
  "Choose a time zone.": "Выберите часовой пояс.",
  "Choose a time zone like Europe/Berlin.":
    "Выберите часовой пояс, например Europe/Moscow.",
  "Choose a date and time.": "Выберите дату и время.",
  "There is no such date.": "Такой даты нет.",
  "Choose when it is to go out.": "Выберите, когда её отправить.",
  "Choose an end after the start, or none.":
    "Окончание должно быть позже начала. Измените его или оставьте пустым.",
  "This time has passed. Choose a later one.":
    "Это время уже прошло. Выберите более позднее.",
  "Nothing would go out before this end. Choose a later one.":
    "До этого срока ничего не уйдёт. Выберите более поздний.",
  'The mailing "{name}" is being sent. Pause it to change it.':
    "Рассылка «{name}» сейчас отправляется. Чтобы изменить её, поставьте её на паузу.",
  'The mailing "{name}" is switched off already.':
    "Рассылка «{name}» уже отключена.",
  'The mailing "{name}" is not switched off.':
    "Рассылка «{name}» не отключена.",
  'The mailing "{name}" [state]: nothing goes out from it any more.':
    "Рассылка «{name}» [state]: из неё больше ничего не уходит.",
  'The mailing "{name}" [state]. Cancel it first, then delete it.':
    "Рассылка «{name}» [state]. Сначала отмените её, потом удалите.",
  'The mailing "{name}" [state] and cannot be [done]. [way]':
    "Рассылка «{name}» [state], её нельзя [done]. [way]",
  'Cannot [verb] "{name}": a manager switched it off. It goes out again once a manager switches it on.':
    "Рассылку «{name}» нельзя [verb]: её отключил менеджер. Она снова пойдёт, когда менеджер её включит.",
  'Cannot send "{name}" now: its message or owner is gone.':
    "Рассылку «{name}» нельзя отправить сейчас: её сообщения или владельца больше нет.",
  'Cannot send "{name}" now: [blocker].':
    "Рассылку «{name}» нельзя отправить сейчас: [blocker].",

  "There is no such mail in your mailbox.":
    "В вашем почтовом ящике нет такого письма.",
  "There is no such mail.": "Такого письма нет.",
  "There is no mail to be read here.": "Здесь нет писем, которые можно читать.",
  "The source of this mail is not kept any more.":
    "Исходный текст этого письма больше не хранится.",
  "This site sends its mail and keeps none of it here.":
    "Этот сайт отправляет письма и не хранит их у себя.",
  "There is no {unknown}. Use {known}.":
    "Подстановки {unknown} нет. Есть такие: {known}.",

  '{collection} holds no "{id}"': "Такой записи нет.",
  '{collection} already holds "{id}"': "Такая запись уже есть.",
  "{record} takes {bytes} bytes; at most {most} fit. Shorten it.":
    "Это занимает {bytes|байт|байта|байт}, а помещается не больше {most}. Сократите.",
  "A key of {record} is longer than {bytes} bytes. Shorten what it is made of.":
    "Это длиннее {bytes|байта|байт|байт}. Сократите.",
};

/** The parts of sentences; names of things stand as they do after «укажите» and «для». */
export const errorParts: ErrorPartTable = {
  "your or your company's name": "своё имя или название компании",
  "the client's full name": "полное имя клиента",
  "the reason": "причину",
  "the subject": "тему",
  "a name for the mailing": "название рассылки",
  "the title": "заголовок",
  "what the picture shows": "описание картинки",

  "a minute": "минуту",
  "{minutes} minutes": "{minutes|минуту|минуты|минут}",

  "1 user": "1 пользователь",
  "more than {count} users":
    "больше {count|пользователя|пользователей|пользователей}",
  "{count} users": "{count|пользователь|пользователя|пользователей}",

  "the mailing [names]": "рассылки [names]",
  "the mailings [names]": "рассылок [names]",
  '"{first}", [names]': "«{first}», [names]",
  '"{first}" and [names]': "«{first}» и [names]",
  "{count} more": "ещё {count}",
  '"{only}"': "«{only}»",

  "is a draft": "— черновик",
  "is scheduled": "запланирована",
  "is being sent": "сейчас отправляется",
  "is paused": "на паузе",
  "is completed": "завершена",
  "is cancelled": "отменена",
  "launched": "запустить",
  "paused": "поставить на паузу",
  "resumed": "возобновить",
  "cancelled": "отменить",
  "changed": "изменить",
  "launch": "запустить",
  "resume": "возобновить",
  "Launch it, or delete it.": "Запустите её или удалите.",
  "Pause it or cancel it.": "Поставьте её на паузу или отмените.",
  "Resume it or cancel it.": "Возобновите её или отмените.",
  "Duplicate it to send it again.": "Чтобы отправить её снова, сделайте копию.",

  "it is switched off": "она отключена",
  "it is a draft; launch it first": "это черновик, сначала запустите её",
  "it is paused; resume it first": "она на паузе, сначала возобновите её",
  "it was cancelled": "она отменена",
};
