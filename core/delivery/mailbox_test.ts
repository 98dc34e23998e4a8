import assert from "node:assert/strict";
import { NotFound } from "../errors.ts";
import { openStore, type Store } from "../storage/mod.ts";
import type { Mail } from "./letter.ts";
import { Mailbox } from "./mailbox.ts";

const MAILING = { kind: "mailing", ownerId: "owner" } as const;
const ACCOUNT = { kind: "account" } as const;

function mailOf(n: number, fields: Partial<Mail> = {}): Mail {
  return {
    from: { name: "Company N", address: "news@example.com" },
    to: { name: `Person ${n}`, address: `person${n}@example.com` },
    subject: `News ${n}`,
    text: `Hello ${n}`,
    html: `<p>Hello ${n}</p>`,
    headers: {},
    messageId: `m${n}@example.com`,
    date: new Date(Date.UTC(2026, 0, 1, 0, n)),
    ...fields,
  };
}

async function withMailbox(
  work: (mailbox: Mailbox, store: Store) => Promise<void>,
) {
  const store = await openStore(":memory:");
  try {
    await work(new Mailbox(store), store);
  } finally {
    store.close();
  }
}

async function idsOf(
  folder: ReturnType<Mailbox["of"]>,
  search?: string,
): Promise<string[]> {
  const { items } = await folder.list({ search, limit: 10 });
  return items.map((mail) => mail.id);
}

Deno.test("a kept mail tells what the list shows", () =>
  withMailbox(async (mailbox) => {
    const text = `One\n\n  two ${"x".repeat(300)}`;
    await mailbox.keep(mailOf(1, { text }), MAILING);
    const mail = await mailbox.of("owner").get("m1@example.com");
    const { size, ...rest } = mail;
    assert.equal(
      size,
      (await mailbox.of("owner").source("m1@example.com")).length,
    );
    assert.deepEqual(rest, {
      id: "m1@example.com",
      ownerId: "owner",
      kind: "mailing",
      from: { name: "Company N", address: "news@example.com" },
      to: { name: "Person 1", address: "person1@example.com" },
      subject: "News 1",
      at: new Date(Date.UTC(2026, 0, 1, 0, 1)),
      preview: `One two ${"x".repeat(192)}`,
    });
  }));

Deno.test("a mail with a message id that is kept already changes nothing", () =>
  withMailbox(async (mailbox) => {
    await mailbox.keep(mailOf(1), MAILING);
    const before = await mailbox.of("owner").source("m1@example.com");
    await mailbox.keep(mailOf(1, { subject: "Other", text: "Other" }), MAILING);
    assert.deepEqual(await idsOf(mailbox.of("owner")), ["m1@example.com"]);
    assert.equal(
      (await mailbox.of("owner").get("m1@example.com")).subject,
      "News 1",
    );
    assert.deepEqual(
      await mailbox.of("owner").source("m1@example.com"),
      before,
    );
  }));

Deno.test("the same mail kept several times at once is kept once", () =>
  withMailbox(async (mailbox) => {
    const tries = Array.from(
      { length: 5 },
      () => mailbox.keep(mailOf(1), MAILING),
    );
    await Promise.all(tries);
    assert.deepEqual(await idsOf(mailbox.of("owner")), ["m1@example.com"]);
    assert.equal(
      (await mailbox.of("owner").read("m1@example.com")).text.trim(),
      "Hello 1",
    );
  }));

Deno.test("another owner finds nothing, and neither does the account mail", () =>
  withMailbox(async (mailbox) => {
    await mailbox.keep(mailOf(1), MAILING);
    for (const folder of [mailbox.of("other"), mailbox.accountMail()]) {
      assert.deepEqual(await idsOf(folder), []);
      await assert.rejects(folder.get("m1@example.com"), NotFound);
      await assert.rejects(folder.source("m1@example.com"), NotFound);
      await assert.rejects(folder.read("m1@example.com"), NotFound);
    }
  }));

Deno.test("account mail to one address is all that its folder holds", () =>
  withMailbox(async (mailbox) => {
    await mailbox.keep(mailOf(1), ACCOUNT);
    await mailbox.keep(mailOf(2), ACCOUNT);
    const folder = mailbox.accountMail({ to: "Person1@example.com" });
    assert.deepEqual(await idsOf(folder), ["m1@example.com"]);
    assert.deepEqual(await idsOf(folder, "news 1"), ["m1@example.com"]);
    assert.deepEqual(await idsOf(folder, "2"), []);
    await assert.rejects(folder.get("m2@example.com"), NotFound);
    assert.equal((await idsOf(mailbox.accountMail())).length, 2);
  }));

Deno.test("the newest mail comes first, page by page", () =>
  withMailbox(async (mailbox) => {
    for (const n of [2, 1, 3]) await mailbox.keep(mailOf(n), MAILING);
    const folder = mailbox.of("owner");
    const first = await folder.list({ limit: 2 });
    assert.deepEqual(first.items.map((mail) => mail.id), [
      "m3@example.com",
      "m2@example.com",
    ]);
    const second = await folder.list({ limit: 2, cursor: first.next });
    assert.deepEqual(second.items.map((mail) => mail.id), ["m1@example.com"]);
    assert.equal(second.next, undefined);
  }));

Deno.test("a search finds every word of it in the subject, the name or the address", () =>
  withMailbox(async (mailbox) => {
    const anna = { name: "Анна Иванова", address: "anna@example.com" };
    await mailbox.keep(mailOf(1, { to: anna }), MAILING);
    await mailbox.keep(mailOf(2, { to: anna, subject: "Скидки" }), MAILING);
    await mailbox.keep(mailOf(3), MAILING);
    const folder = mailbox.of("owner");
    assert.deepEqual(await idsOf(folder, "АННА"), [
      "m2@example.com",
      "m1@example.com",
    ]);
    assert.deepEqual(await idsOf(folder, "анна скидки"), ["m2@example.com"]);
    assert.deepEqual(await idsOf(folder, " Anna@example.com "), [
      "m2@example.com",
      "m1@example.com",
    ]);
    assert.deepEqual(await idsOf(folder, "person3"), ["m3@example.com"]);
    assert.deepEqual(await idsOf(folder, "борис"), []);
  }));

Deno.test("a search goes on where its page ended", () =>
  withMailbox(async (mailbox) => {
    for (const n of [1, 2, 3, 4]) {
      const subject = n % 2 === 0 ? "Spring sale" : "Spring news";
      await mailbox.keep(mailOf(n, { subject }), MAILING);
    }
    const query = { search: "spring sale", limit: 1 };
    const first = await mailbox.of("owner").list(query);
    const second = await mailbox.of("owner").list({
      ...query,
      cursor: first.next,
    });
    const ids = [...first.items, ...second.items].map((mail) => mail.id);
    assert.deepEqual(ids, ["m4@example.com", "m2@example.com"]);
  }));

Deno.test("a kept mail is read as a mail program shows it", () =>
  withMailbox(async (mailbox) => {
    const subject =
      "Новости и скидки на всё, что было в каталоге прошлой весны";
    const mail = mailOf(1, { subject, headers: { "X-Run": "7" } });
    await mailbox.keep(mail, MAILING);
    const read = await mailbox.of("owner").read("m1@example.com");
    assert.equal(read.subject, subject);
    assert.equal(read.from, '"Company N" <news@example.com>');
    assert.equal(read.to, '"Person 1" <person1@example.com>');
    assert.equal(read.html.trim(), "<p>Hello 1</p>");
    const headers = new Map(
      read.headers.map(({ name, value }) => [name, value]),
    );
    assert.equal(headers.get("Message-ID"), "<m1@example.com>");
    assert.equal(headers.get("X-Run"), "7");
    assert.doesNotMatch(headers.get("Subject") ?? "\n", /[\r\n]/);
  }));

Deno.test("removing everything leaves neither mails nor sources, and other folders as they were", () =>
  withMailbox(async (mailbox, store) => {
    await mailbox.keep(mailOf(1), MAILING);
    await mailbox.keep(mailOf(2), MAILING);
    await mailbox.keep(mailOf(3), { kind: "mailing", ownerId: "other" });
    await mailbox.keep(mailOf(4), ACCOUNT);
    await mailbox.keep(mailOf(5), ACCOUNT);
    await mailbox.of("owner").removeAll();
    await mailbox.accountMail({ to: "person4@example.com" }).removeAll();
    assert.deepEqual(await idsOf(mailbox.of("owner")), []);
    const key = ["mails", "owner", "m1@example.com"];
    assert.equal(await store.blobs.read(key), undefined);
    assert.deepEqual(await idsOf(mailbox.of("other")), ["m3@example.com"]);
    assert.deepEqual(await idsOf(mailbox.accountMail()), ["m5@example.com"]);
  }));
