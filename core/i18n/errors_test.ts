import assert from "node:assert/strict";
import { ERROR_PARTS, ERROR_PATTERNS } from "./en/errors.ts";
import { translateError } from "./errors.ts";
import { errorParts, errors } from "./ru/errors.ts";

/** Sentences as the core says them, and as a Russian reads them. */
const SAID: [english: string, russian: string][] = [
  ["There is no such client.", "Такого клиента нет."],
  ["Enter the subject.", "Укажите тему."],
  [
    "anna@example.com is already among your clients.",
    "anna@example.com уже есть среди клиентов.",
  ],
  [
    "Shorten the message to 30,000 characters.",
    "Сократите сообщение до 30\u00a0000 символов.",
  ],
  [
    "There is no {{foo}}. Use {{name}}, {{email}}.",
    "Подстановки {{foo}} нет. Есть такие: {{name}}, {{email}}.",
  ],
];

Deno.test("a sentence is said in the reader's language, its values as they were", () => {
  for (const [english, russian] of SAID) {
    assert.equal(translateError("ru", english), russian);
    assert.equal(translateError("en", english), english);
  }
});

Deno.test("a group of a new site has a name in every language; one that was made here stays as it was typed", () => {
  const said = ["content manager", "Readers"].map((group) =>
    translateError("ru", `There is no group ${group} any more.`)
  );
  assert.deepEqual(said, [
    "Группы контент-менеджер больше нет.",
    "Группы Readers больше нет.",
  ]);
});

Deno.test("a number takes the form of its word", () => {
  const said = ["a minute", "2 minutes", "11 minutes", "21 minutes"].map(
    (time) => translateError("ru", `Too many tries. Try again in ${time}.`),
  );
  assert.deepEqual(said, [
    "Слишком много попыток. Попробуйте через минуту.",
    "Слишком много попыток. Попробуйте через 2 минуты.",
    "Слишком много попыток. Попробуйте через 11 минут.",
    "Слишком много попыток. Попробуйте через 21 минуту.",
  ]);
});

Deno.test("a name that reads like our own words stays a name", () => {
  const sentence =
    'The mailing "Is paused" sale" is a draft and cannot be paused. Launch it, or delete it.';
  assert.equal(
    translateError("ru", sentence),
    'Рассылка «Is paused" sale» — черновик, её нельзя поставить на паузу. Запустите её или удалите.',
  );
});

Deno.test("mailings are listed as Russian lists them", () => {
  const used = (mailings: string) =>
    translateError(
      "ru",
      `The message "News" is used by ${mailings}. ` +
        "Choose another there, or cancel what is no longer to be sent.",
    ).match(/для (.*?)\. Выберите/)?.[1];
  assert.equal(used('the mailing "A"'), "рассылки «A»");
  assert.equal(used('the mailings "A" and "B"'), "рассылок «A» и «B»");
  assert.equal(
    used('the mailings "A", "B", "C" and 3 more'),
    "рассылок «A», «B», «C» и ещё 3",
  );
});

Deno.test("several sentences on end are each said", () => {
  const both = "There is no such message. Choose another. Enter the reason.";
  assert.equal(
    translateError("ru", both),
    "Такого сообщения нет. Выберите другое. Укажите причину.",
  );
});

Deno.test("what is not known, or is said already, comes back as it was", () => {
  for (const text of ["The moon is full.", "Такого клиента нет.", ""]) {
    assert.equal(translateError("ru", text), text);
  }
});

Deno.test("a long text costs no more than reading it", () => {
  const start = performance.now();
  for (const part of ["x. ", '"a", ', "There is no such client. ", "{{a}}, "]) {
    translateError("ru", part.repeat(10_000));
    translateError("ru", `There is no ${part.repeat(5_000)}. Use {{name}}.`);
    translateError("ru", `The message "${part.repeat(5_000)}" is used by`);
  }
  assert.ok(performance.now() - start < 1_000);
});

Deno.test("no translation asks for a value that its sentence does not give", () => {
  const sayings = [...Object.entries(errors), ...Object.entries(errorParts)];
  assert.equal(sayings.length, ERROR_PATTERNS.length + ERROR_PARTS.length);
  for (const [english, russian] of sayings) {
    const given = holesIn(english);
    const asked = holesIn(russian).filter((hole) => !given.includes(hole));
    assert.deepEqual(asked, [], english);
  }
});

function holesIn(text: string): string[] {
  return [...text.matchAll(/([{[]\w+)(?:\|[^}]*)?[}\]]/g)].map(
    ([, hole = ""]) => hole,
  );
}
