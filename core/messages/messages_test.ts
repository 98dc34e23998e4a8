import assert from "node:assert/strict";
import { type Nouns, withNouns } from "../test_nouns.ts";
import { absenceOf, conflictOf, faultsOf } from "../test_refusals.ts";
import type { MailingText } from "./message.ts";

const NEWS = { subject: "Spring news", body: "Hello {{name}}" };

Deno.test("a message is kept as it was written, under its owner", () =>
  withNouns(async ({ messages, clock }) => {
    const { id } = await messages.of("o1").create(NEWS);
    assert.deepEqual(await messages.of("o1").get(id), {
      ...NEWS,
      id,
      ownerId: "o1",
      createdAt: clock.at,
      updatedAt: clock.at,
    });
    assert.equal(await messages.of("o1").count(), 1);
  }));

Deno.test("a message without subject or with an unknown placeholder is refused", () =>
  withNouns(async ({ messages }) => {
    const own = messages.of("o1");
    const faults = await faultsOf(own.create({ subject: "", body: "{{age}}" }));
    assert.equal(faults.subject, "Enter the subject.");
    assert.match(faults.body ?? "", /There is no {{age}}/);
    assert.equal(await own.count(), 0);
    const { id } = await own.create(NEWS);
    await faultsOf(own.update(id, { ...NEWS, body: " " }));
    assert.equal((await own.get(id)).body, NEWS.body);
  }));

Deno.test("another owner's message cannot be seen, changed or removed", () =>
  withNouns(async ({ messages }) => {
    const { id } = await messages.of("o1").create(NEWS);
    const other = messages.of("o2");
    const said = "There is no such message.";
    assert.equal(await absenceOf(other.get(id)), said);
    assert.equal(await absenceOf(other.update(id, NEWS)), said);
    assert.equal(await absenceOf(other.remove(id)), said);
    assert.equal(await other.find(id), undefined);
    assert.deepEqual((await other.list()).items, []);
    assert.deepEqual((await other.list({ search: "spring" })).items, []);
    assert.equal(await other.count(), 0);
    await other.removeAll();
    assert.equal((await messages.of("o1").get(id)).subject, NEWS.subject);
  }));

Deno.test("messages are listed by their latest change, in pages both ways", () =>
  withNouns(async (nouns) => {
    const own = nouns.messages.of("o1");
    const [first] = await written(nouns, ["One", "Two", "Three", "Four"]);
    later(nouns);
    await own.update(first!.id, { ...NEWS, subject: "One again" });
    const one = await own.list({ limit: 2 });
    const two = await own.list({ limit: 2, cursor: one.next });
    assert.deepEqual(subjects(one.items), ["One again", "Four"]);
    assert.deepEqual(subjects(two.items), ["Three", "Two"]);
    const back = await own.list({ limit: 2, cursor: two.previous });
    assert.deepEqual(back.items, one.items);
  }));

Deno.test("messages are found by the beginnings of the words of their subject", () =>
  withNouns(async (nouns) => {
    const own = nouns.messages.of("o1");
    await written(nouns, ["Новости весны", "Весенняя новинка", "Summer sale"]);
    const found = async (search: string) =>
      subjects((await own.list({ search })).items);
    assert.deepEqual(await found("НОВ вес"), [
      "Новости весны",
      "Весенняя новинка",
    ]);
    assert.deepEqual(await found("вести"), []);
    assert.deepEqual(await found("sum"), ["Summer sale"]);
    assert.deepEqual(await found("hello"), []);
    const one = await own.list({ search: "нов", limit: 1 });
    const two = await own.list({ search: "нов", limit: 1, cursor: one.next });
    assert.equal(two.next, undefined);
    assert.notDeepEqual(one.items, two.items);
    const back = await own.list({
      search: "нов",
      limit: 1,
      cursor: two.previous,
    });
    assert.deepEqual(back.items, one.items);
  }));

Deno.test("a message stays while an unfinished mailing is to send it", () =>
  withNouns(async (nouns) => {
    const { messages, mailings } = nouns;
    const own = messages.of("o1");
    const { id } = await own.create(NEWS);
    const ids: string[] = [];
    for (const name of ["A", "B", "C", "D"]) {
      const mailing = await mailings.of("o1").create({
        name,
        textId: id,
        audience: { kind: "everyone" },
      }, { launch: false });
      ids.push(mailing.id);
      later(nouns);
    }
    assert.equal(
      await conflictOf(own.remove(id)),
      'The message "Spring news" is used by the mailings "A", "B", "C" and 1 more. ' +
        "Choose another there, or cancel what is no longer to be sent.",
    );
    for (const mailing of ids) await mailings.of("o1").remove(mailing);
    await own.remove(id);
    assert.equal(await own.count(), 0);
    assert.deepEqual((await own.list({ search: "spring" })).items, []);
  }));

Deno.test("removing all of an owner's messages touches nobody else's", () =>
  withNouns(async ({ messages }) => {
    await messages.of("o1").create({ ...NEWS, body: "x".repeat(30_000) });
    await messages.of("o1").create(NEWS);
    await messages.of("o2").create(NEWS);
    await messages.of("o1").removeAll();
    assert.equal(await messages.of("o1").count(), 0);
    assert.deepEqual((await messages.of("o1").list()).items, []);
    assert.equal((await messages.of("o2").list()).items.length, 1);
  }));

async function written(nouns: Nouns, texts: string[]): Promise<MailingText[]> {
  const made: MailingText[] = [];
  for (const subject of texts) {
    made.push(await nouns.messages.of("o1").create({ ...NEWS, subject }));
    later(nouns);
  }
  return made;
}

function later({ clock }: Nouns): void {
  clock.at = new Date(clock.at.getTime() + 1_000);
}

function subjects(texts: MailingText[]): string[] {
  return texts.map(({ subject }) => subject);
}
