import assert from "node:assert/strict";
import { formOf, launch, runOn } from "./company.ts";
import { inRussian } from "./russian.ts";

Deno.test("the summary speaks Russian and counts those who get mail", () =>
  inRussian(async (company) => {
    const { browser, clients, core, user } = company;
    const own = core.clients.of(user.id);
    const summary = async (fields: Record<string, string | string[]>) => {
      const form = formOf(company, { ...fields, intent: "check" });
      const shown = await browser.post("/mailings/summary", form);
      const { people, action } = JSON.parse(shown.html);
      return [people, action];
    };
    assert.deepEqual(await summary({}), [
      "3 клиента",
      "Отправить сейчас 3 сообщения",
    ]);
    await own.setUnsubscribed(clients[0]!.id, core.store.now());
    assert.deepEqual(await summary({}), [
      "2 клиента",
      "Отправить сейчас 2 сообщения",
    ]);
    const chosen = { kind: "chosen", clientIds: clients.map(({ id }) => id) };
    assert.deepEqual(await summary(chosen), [
      "2 клиента",
      "Отправить сейчас 2 сообщения",
    ]);
    const search = { kind: "search", query: "орлова" };
    assert.deepEqual(await summary(search), ["Никому", "Отправить сейчас"]);
    await own.createMany(
      Array.from(
        { length: 19 },
        (_, n) => ({ name: `Zoe ${n}`, email: `zoe${n}@example.com` }),
      ),
    );
    const later = { start: "at", startsAt: "2026-11-30T10:30" };
    assert.deepEqual(await summary(later), [
      "21 клиент",
      "Отправить 30 ноября, 10:30",
    ]);
  }));

Deno.test("the form says in Russian what is missing, each at its field", () =>
  inRussian(async (company) => {
    const { browser } = company;
    const form = formOf(company, { name: "", textId: "", kind: "chosen" });
    const shown = await browser.post("/mailings/new", form);
    assert.equal(shown.status, 422);
    assert.match(shown.text, /Пока не готово\. Всё, что вы ввели, на месте\./);
    for (const field of ["name", "textId", "audience"]) {
      assert.ok(shown.html.includes(`id="${field}-error"`), field);
    }
    assert.doesNotMatch(shown.text, /Choose|Enter/);
  }));

Deno.test("a mailing that only the unsubscribed would get is refused in Russian", () =>
  inRussian(async (company) => {
    const { browser, clients, core, user } = company;
    for (const { id } of clients) {
      await core.clients.of(user.id).setUnsubscribed(id, core.store.now());
    }
    const shown = await browser.post("/mailings/new", formOf(company));
    assert.equal(shown.status, 422);
    assert.match(shown.text, /Все ваши клиенты отписались\./);
    assert.equal(await core.mailings.of(user.id).count(), 0);
  }));

Deno.test("a mailing's page speaks Russian from the draft to its end", () =>
  inRussian(async (company) => {
    const { browser, clients, core, deliver, user } = company;
    await core.clients.of(user.id)
      .setUnsubscribed(clients[2]!.id, core.store.now());
    const path = await launch(company, { intent: "draft" });
    const draft = await browser.get(path);
    assert.match(draft.text, /Черновик сохранён\. Пока ничего не отправляется/);
    assert.match(draft.text, /Кому Всем Сейчас получат: 2 клиента/);
    assert.match(draft.text, /Отправить сейчас 2 сообщения/);
    const going = await browser.submit(`${path}/launch`);
    assert.match(going.text, /Отправка начинается\..*Собрано: 0 получателей/);
    await deliver();
    const run = runOn(await browser.get(path));
    const shown = await browser.get(run);
    assert.match(
      shown.text,
      /Отправка 23 ноября, 09:00 News for {{name}} Начало: 09:00, конец: 09:00/,
    );
    assert.match(
      shown.text,
      /Обработано 3 из 3 3 Получатели 2 Доставлено 0 Ждут 0 Отклонено 1 Пропущено/,
    );
    const skipped = await browser.get(`${run}?show=skipped`);
    assert.match(
      skipped.text,
      /Они письма не получили.*Clara Miller .* Отписка/,
    );
    const list = await browser.get("/mailings");
    assert.match(list.text, /Autumn news Завершена/);
  }));

Deno.test("the events of a run are told in Russian", () =>
  inRussian(async (company) => {
    const { browser, deliver } = company;
    const run = runOn(await browser.get(await launch(company)));
    const listening = browser.get(`${run}/events`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await deliver();
    assert.match((await listening).html, /"sentence":"Обработано 3 из 3"/);
  }));

Deno.test("to cancel and to delete is asked in Russian", () =>
  inRussian(async (company) => {
    const { browser } = company;
    const path = await launch(company, {
      start: "at",
      startsAt: "2026-11-30T10:30",
      repeat: "weekly",
    });
    const told = await browser.get(path);
    assert.match(told.text, /Отправка назначена на пн, 30 ноября, 10:30\./);
    assert.match(told.text, /Каждый понедельник/);
    const asked = await browser.get(`${path}/cancel`);
    assert.match(asked.text, /Отменить рассылку «Autumn news» насовсем\?/);
    assert.match(
      (await browser.submit(`${path}/cancel`)).text,
      /Рассылка отменена\. Больше ничего не уйдёт\./,
    );
    assert.match(
      (await browser.submit(`${path}/delete`)).text,
      /Рассылка «Autumn news» удалена\./,
    );
  }));
