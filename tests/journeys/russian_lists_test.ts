import assert from "node:assert/strict";
import { inRussian } from "./russian.ts";

Deno.test("the list of clients speaks Russian, from its count to its search", () =>
  inRussian(async ({ browser, clients }) => {
    const list = await browser.get("/clients");
    assert.match(list.html, /<html lang="ru">/);
    assert.match(list.text, /Клиенты 3 клиента Добавить списком/);
    assert.match(list.text, /Имя Почта Комментарий Подписка Добавлен Действия/);
    assert.match(list.html, /title="Изменить: Анна Орлова"/);
    const found = await browser.get("/clients?q=орлова");
    assert.match(found.text, /1 клиент по запросу «орлова»/);
    const none = await browser.get("/clients?q=zebra");
    assert.match(none.text, /Ни у одного клиента нет «zebra» в имени/);
    const client = await browser.get(`/clients/${clients[0]!.id}`);
    assert.match(client.text, /Что отправлено Пока ничего\./);
  }));

Deno.test("as many clients as a list adds are told with the right plural", () =>
  inRussian(async ({ browser }) => {
    const told: [number, RegExp][] = [
      [1, /Добавлен 1 клиент\./],
      [2, /Добавлено 2 клиента\./],
      [5, /Добавлено 5 клиентов\./],
      [21, /Добавлен 21 клиент\./],
    ];
    for (const [n, sentence] of told) {
      const list = Array.from(
        { length: n },
        (_, i) => `Zoe <zoe${n}-${i}@example.com>`,
      ).join("\n");
      const shown = await browser.submit("/clients/import", { list });
      assert.match(shown.text, sentence);
    }
  }));

Deno.test("lines that were not understood are told in Russian", () =>
  inRussian(async ({ browser }) => {
    const list = "Zoe <zoe@example.com>\nnobody\nperson0@example.com, Anna";
    const shown = await browser.post("/clients/import", { list });
    assert.match(shown.text, /Добавлен 1 клиент Не разобрано: 1 строка/);
    assert.match(shown.text, /Уже есть: 1 клиент/);
    assert.match(shown.text, /Строка 2: [А-Я]/);
  }));

Deno.test("a client is added, changed and deleted in Russian", () =>
  inRussian(async ({ browser, clients }) => {
    const wrong = await browser.post("/clients/new", { name: "", email: "x" });
    assert.match(wrong.text, /Пока ничего не сохранено/);
    assert.doesNotMatch(wrong.text, /Enter|Type|Nothing/);
    const added = await browser.submit("/clients/new", {
      name: "Яна Ли",
      email: "yana@example.com",
    });
    assert.match(added.text, /Клиент добавлен: Яна Ли\./);
    const path = `/clients/${clients[0]!.id}`;
    const asked = await browser.get(`${path}/delete`);
    assert.match(asked.text, /Удалить клиента «Анна Орлова»\? Отменить это/);
    const gone = await browser.submit(`${path}/delete`);
    assert.match(gone.text, /Клиент удалён: Анна Орлова\./);
  }));

Deno.test("messages are written and read in Russian", () =>
  inRussian(async ({ browser, text }) => {
    const list = await browser.get("/messages");
    assert.match(list.text, /Сообщения 1 сообщение Написать сообщение/);
    const wrong = await browser.post("/messages/new", { subject: "" });
    assert.match(wrong.text, /Простой текст, до [\d\s]+ знаков\./);
    assert.doesNotMatch(wrong.text, /Enter|Type|Nothing/);
    const saved = await browser.submit("/messages/new", {
      subject: "Осень",
      body: "Здравствуйте, {{name}}.",
    });
    assert.match(saved.text, /Сообщение «Осень» сохранено\./);
    assert.match(saved.text, /Каким его увидит/);
    const asked = await browser.get(`/messages/${text.id}/delete`);
    assert.match(asked.text, /Удалить сообщение «News for {{name}}»\?/);
  }));
