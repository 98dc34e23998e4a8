import assert from "node:assert/strict";
import type { Browser, Shown } from "./browser.ts";
import { sendMailing } from "./send_mailing.ts";
import { PASSWORD, type TestSite, withSite } from "./site.ts";

const COMPANY = {
  email: "post@company-n.example",
  name: "Компания Н",
  password: "four words in a row",
  timeZone: "Europe/Moscow",
};
const LOCAL = { isLocal: true };
const ENGLISH =
  /\b(Save|Cancel|Search|Sign|Next|Previous|Delete|Edit|Mailings?|Clients?|Messages?|Overview|Profile|Password|Mailbox|Account|Skip|Open|Choose|Enter|Your?|the)\b/;

/** A browser that asks for Russian. */
function russian(site: TestSite): Browser {
  const browser = site.browser();
  browser.language = "ru-RU,ru;q=0.9,en;q=0.8";
  return browser;
}

/** Somebody who is signed in with a browser that asks for Russian. */
async function russianOwner(site: TestSite) {
  const owner = await site.owner({ name: COMPANY.name });
  owner.browser.language = "ru";
  return owner;
}

function assertRussian({ html, text }: Shown, path: string): void {
  assert.match(html, /<html lang="ru"/, path);
  const words = [text, ...html.matchAll(LABEL)].map((found) =>
    typeof found === "string" ? found : found[1] ?? ""
  );
  for (const said of words) {
    const [english] = said.match(ENGLISH) ?? [];
    assert.equal(english, undefined, `${path} says "${english}" in: ${said}`);
  }
}

const LABEL = /(?:aria-label|title|placeholder)="([^"]*)"/g;

Deno.test("whoever asks for Russian registers in Russian and gets Russian mail", () =>
  withSite(async (site) => {
    const browser = russian(site);
    assert.match((await browser.get("/sign-up")).text, /Зарегистрироваться/);
    const waiting = await browser.submit("/sign-up", COMPANY);
    assert.match(waiting.text, /отправили на post@company-n\.example \./);
    const mail = await site.accountMail(COMPANY.email);
    assert.match(mail.text, /Чтобы подтвердить адрес и войти/);
    const link = await site.mailedLink(COMPANY.email, "confirm");
    const overview = await browser.submit(link);
    assert.match(overview.text, /Добро пожаловать, Компания Н\./);
    assert.match(overview.text, /Три шага до первой рассылки/);
    // The page's language was not chosen: another browser speaks its own.
    const english = site.browser();
    const { email, password } = COMPANY;
    const there = await english.submit("/sign-in", { email, password });
    assert.match(there.text, /Three steps to your first mailing/);
  }));

Deno.test("later mails are in the language of the registration too", () =>
  withSite(async (site) => {
    const browser = russian(site);
    await browser.submit("/sign-up", COMPANY);
    await browser.submit(await site.mailedLink(COMPANY.email, "confirm"));
    site.pass(1);
    await site.browser().submit("/forgot", { email: COMPANY.email });
    const mail = await site.accountMail(COMPANY.email);
    assert.match(mail.text, /попросил новый пароль/);
  }));

Deno.test("what is wrong with a form is said in Russian", () =>
  withSite(async (site) => {
    const browser = russian(site);
    const wrong = { email: "post", name: " ", password: "short" };
    const refused = await browser.post("/sign-up", wrong);
    assert.match(refused.text, /Аккаунт пока не создан\./);
    assert.match(refused.text, /Укажите адрес почты/);
    assert.match(refused.text, /Укажите своё имя или название компании\./);
    assert.match(refused.text, /не короче 10 символов\./);
    assertRussian(refused, "/sign-up");
    const { email, password } = COMPANY;
    const unknown = await browser.post("/sign-in", { email, password });
    assert.match(unknown.text, /Неверный адрес почты или пароль\./);
  }));

Deno.test("too many tries are refused in Russian, with the number in its form", () =>
  withSite(async (site) => {
    const browser = russian(site);
    for (let n = 0; n < 5; n++) {
      await browser.post("/confirmation", { email: COMPANY.email });
    }
    const refused = await browser.post("/confirmation", {
      email: COMPANY.email,
    });
    assert.match(refused.text, /Попробуйте через 60 минут\./);
  }));

Deno.test("the choice in the profile wins over the browser and can be taken back", () =>
  withSite(async (site) => {
    const { browser, user } = await site.owner();
    const profile = { name: user.name, timeZone: "UTC" };
    const saved = await browser.submit("/profile", {
      ...profile,
      language: "ru",
    });
    assert.match(saved.text, /Профиль сохранён\./);
    assert.match(saved.html, /<option[^>]* selected[^>]*>Русский/);
    browser.language = "en";
    assert.match((await browser.get("/overview")).html, /<html lang="ru"/);
    await site.browser().submit("/forgot", { email: user.email });
    const mail = await site.accountMail(user.email);
    assert.match(mail.text, /попросил новый пароль/);
    const back = await browser.submit("/profile", { ...profile, language: "" });
    assert.match(back.text, /Your profile is saved\./);
    assert.match(back.html, /<html lang="en"/);
    const wrong = await browser.post("/profile", {
      ...profile,
      language: "de",
    });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /Choose a language\./);
  }));

Deno.test("a visitor changes the language by a link and comes back to the page", () =>
  withSite(async (site) => {
    const browser = site.browser();
    const page = await browser.get("/forgot?to=a%40b.example");
    const link = page.html.match(/href="(\/language\/ru\?next=[^"]+)"/)?.[1];
    assert.ok(link);
    const changed = await browser.get(link);
    assert.equal(changed.location, "/forgot?to=a%40b.example");
    assertRussian(await browser.follow(changed), "/forgot");
    browser.language = "en";
    assert.match((await browser.get("/")).html, /<html lang="ru"/);
    const english = await browser.follow(await browser.get("/language/en"));
    assert.match(english.html, /<html lang="en"/);
  }));

Deno.test("the link for another language leads nowhere else", () =>
  withSite(async (site) => {
    const browser = site.browser();
    for (const next of ["//evil.example", "/\\evil.example", "https://e.x"]) {
      const query = new URLSearchParams({ next });
      const { location } = await browser.get(`/language/ru?${query}`);
      assert.equal(location, "/");
    }
    assert.equal((await browser.get("/language/de")).status, 404);
  }));

Deno.test("the profile's choice wins over the link's", () =>
  withSite(async (site) => {
    const { browser, user } = await site.owner();
    const { name, timeZone } = user;
    await browser.submit("/profile", { name, timeZone, language: "en" });
    await browser.get("/language/ru");
    assert.match((await browser.get("/overview")).html, /<html lang="en"/);
  }));

Deno.test("caches are told that pages speak the reader's language", () =>
  withSite(async (site) => {
    for (const path of ["/", "/sign-in", "/no/such/page"]) {
      const { headers } = await site.browser().get(path);
      assert.match(headers.get("vary") ?? "", /Accept-Language, Cookie/, path);
    }
  }));

Deno.test("dates and numbers are written as Russians write them", () =>
  withSite(async (site) => {
    const owner = await russianOwner(site);
    await sendMailing(site, owner, {
      to: [{ email: "ivan@example.com", name: "Иван Петров" }],
      subject: "Новости",
    });
    site.pass(24 * 60);
    const overview = await owner.browser.get("/overview");
    assert.match(overview.text, /Недавно закончились .* вчера/);
    const mailbox = await owner.browser.get("/mailbox");
    assert.match(mailbox.html, /title="23 ноября 2026 г\. в 09:02 UTC"/);
    const deletion = await owner.browser.get("/profile/delete");
    assert.match(deletion.text, /1 клиент 1 сообщение 1 рассылка/);
  }));

Deno.test("a letter ends with a link in its owner's language", () =>
  withSite(async (site) => {
    const owner = await russianOwner(site);
    const { name, timeZone } = owner.user;
    await owner.browser.submit("/profile", { name, timeZone, language: "ru" });
    await sendMailing(site, owner, {
      to: [{ email: "ivan@example.com", name: "Иван Петров" }],
      body: "Здравствуйте.",
    });
    const folder = site.core.mailbox.of(owner.user.id);
    const { items: [mail] } = await folder.list({ limit: 1 });
    const { text } = await folder.read(mail?.id ?? "");
    assert.match(text, /\n—\nОтписаться: https:/);
    const link = text.match(/https:\/\/sendoff\.test(\/unsubscribe\/\S+)/)?.[1];
    const browser = russian(site);
    const page = await browser.get(link ?? "");
    assert.match(page.text, /Отписаться от рассылок Компания Н/);
    assertRussian(page, "/unsubscribe");
    assertRussian(await browser.submit(link ?? ""), "/unsubscribe, ended");
  }));

Deno.test("no English is left on the pages that anybody may open", () =>
  withSite(async (site) => {
    const browser = russian(site);
    const paths = [
      "/",
      "/sign-in",
      "/sign-up",
      "/confirmation",
      "/confirmation?to=a%40b.example",
      "/confirm/abc",
      "/forgot",
      "/forgot?to=a%40b.example",
      "/reset/abc",
      "/mailbox",
      "/no/such/page",
    ];
    for (const path of paths) assertRussian(await browser.get(path), path);
    assertRussian(await browser.post("/confirm/abc"), "/confirm, stale");
    const refused = await browser.submit("/profile", { name: "X" });
    assert.match(refused.text, /Вы не вошли, поэтому ничего не изменилось\./);
    assertRussian(refused, "/profile, signed out");
  }, LOCAL));

Deno.test("what is refused before anybody is known is refused in the browser's language", () =>
  withSite(async (site) => {
    const { browser } = await russianOwner(site);
    const headers = { origin: "https://evil.example" };
    const refused = await browser.post("/sign-out", {}, { headers });
    assert.equal(refused.status, 403);
    assert.match(refused.text, /Сюда вам нельзя/);
    assertRussian(refused, "/sign-out");
  }));

Deno.test("no English is left on the pages of one's own account", () =>
  withSite(async (site) => {
    const owner = await russianOwner(site);
    const { browser } = owner;
    assertRussian(await browser.get("/overview"), "/overview, beginning");
    await sendMailing(site, owner, {
      to: [{ email: "ivan@example.com", name: "Иван Петров" }],
      subject: "Новости",
      body: "Здравствуйте. {{unsubscribe}}",
    });
    const list = await browser.get("/mailbox");
    const mail = list.html.match(/href="(\/mailbox\/[^"?]+)"/)?.[1];
    const paths = [
      "/overview",
      "/profile/password",
      "/profile/delete",
      "/mailbox",
      "/mailbox?q=никого",
      "/mailbox?folder=account",
      `${mail}`,
      `${mail}?view=text`,
      "/mailbox/none",
    ];
    for (const path of paths) assertRussian(await browser.get(path), path);
    const wrong = { current: PASSWORD, next: "short" };
    const refused = await browser.post("/profile/password", wrong);
    assertRussian(refused, "/profile/password, refused");
  }));
