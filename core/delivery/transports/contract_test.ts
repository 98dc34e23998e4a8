import assert from "node:assert/strict";
import type { Letter, Recipient } from "../letter.ts";
import { type Rig, RIGS } from "./contract_rigs.ts";

const LETTER: Letter = {
  id: "letter",
  from: { name: "Компания «Н»", address: "news@example.com" },
  subject:
    "{{name}}, новости — и скидки до 50 % на всё, что было в каталоге прошлой весны",
  body:
    "Здравствуйте, {{company}}!\n\nВаш адрес: {{email}}.\nОтписаться: {{unsubscribe}}\n.\nКонец",
  headers: {
    "List-Unsubscribe": "<{{unsubscribe}}>",
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  },
  kind: "mailing",
  ownerId: "owner",
};

function recipient(n: number, fields: Partial<Recipient> = {}): Recipient {
  const address = `person${n}@example.com`;
  return {
    address,
    name: `Анна Иванова ${n}`,
    values: {
      name: `Анна Иванова ${n}`,
      company: `Анна-${n}-я`,
      email: address,
      unsubscribe: `https://example.com/unsubscribe/${n}`,
    },
    messageId: `mailing.${n}@sendoff.example.com`,
    ...fields,
  };
}

async function withRig(
  make: () => Promise<Rig>,
  work: (rig: Rig) => Promise<void>,
) {
  const rig = await make();
  try {
    await work(rig);
  } finally {
    await rig.transport.close();
    await rig.end();
  }
}

for (const [name, make] of Object.entries(RIGS)) {
  Deno.test(`${name}: what may not begin any more is taken back, and only that`, () =>
    withRig(make, async ({ transport, arrived }) => {
      let asked = 0;
      const mayBegin = () => ++asked <= 2;
      const [first, ...others] = await Promise.all(
        [1, 2, 3, 4].map((n) => transport.send(LETTER, recipient(n), mayBegin)),
      );
      const taken = await arrived();
      assert.ok(asked >= 4, `${asked} were asked about`);
      const kinds = [first, ...others].map((outcome) => outcome?.kind);
      const delivered = kinds.filter((kind) => kind === "delivered").length;
      assert.equal(taken.length, delivered);
      assert.ok(delivered < 4, `${delivered} were delivered`);
      assert.deepEqual(
        new Set(kinds.filter((kind) => kind !== "delivered")),
        new Set(["withdrawn"]),
      );
      const after = await transport.send(LETTER, recipient(5), () => true);
      assert.equal(after.kind, "delivered");
    }));

  Deno.test(`${name}: a Cyrillic mail arrives as it was written`, () =>
    withRig(make, async ({ transport, arrived }) => {
      assert.equal(
        (await transport.send(LETTER, recipient(1))).kind,
        "delivered",
      );
      const [mail, ...more] = await arrived();
      assert.equal(more.length, 0);
      assert.ok(mail);
      const { html, ...rest } = mail;
      assert.deepEqual(rest, {
        messageId: "mailing.1@sendoff.example.com",
        from: { name: "Компания «Н»", address: "news@example.com" },
        to: { name: "Анна Иванова 1", address: "person1@example.com" },
        subject:
          "Анна Иванова 1, новости — и скидки до 50 % на всё, что было в каталоге прошлой весны",
        text: "Здравствуйте, Анна-1-я!\n\nВаш адрес: person1@example.com.\n" +
          "Отписаться: https://example.com/unsubscribe/1\n.\nКонец",
        unsubscribe: "<https://example.com/unsubscribe/1>",
        date: new Date("2026-03-01T09:00:00Z"),
      });
      assert.match(html, /<p>Здравствуйте, Анна-1-я!<\/p>/);
      assert.match(html, /<a href="https:\/\/example\.com\/unsubscribe\/1">/);
    }));

  Deno.test(`${name}: the same mail handed over twice keeps its id and is delivered twice`, () =>
    withRig(make, async ({ transport, arrived }) => {
      const kinds = [
        await transport.send(LETTER, recipient(1)),
        await transport.send(LETTER, recipient(1)),
      ]
        .map((outcome) => outcome.kind);
      assert.deepEqual(kinds, ["delivered", "delivered"]);
      const ids = (await arrived()).map((mail) => mail.messageId);
      assert.deepEqual([...new Set(ids)], ["mailing.1@sendoff.example.com"]);
    }));

  Deno.test(`${name}: a hundred mails at once arrive, each with its own person's text alone`, () =>
    withRig(make, async ({ transport, arrived }) => {
      const people = Array.from({ length: 100 }, (_, n) => recipient(n));
      const outcomes = await Promise.all(
        people.map((person) => transport.send(LETTER, person)),
      );
      assert.deepEqual(
        outcomes.filter((outcome) => outcome.kind !== "delivered"),
        [],
      );
      const mails = await arrived();
      assert.equal(new Set(mails.map((mail) => mail.messageId)).size, 100);
      for (const mail of mails) {
        const n = Number(/person(\d+)@/.exec(mail.to.address)?.[1]);
        const all =
          `${mail.messageId} ${mail.subject} ${mail.text} ${mail.html} ${mail.unsubscribe}`;
        const numbers = all.matchAll(
          /(?:mailing\.|Иванова |Анна-|person|unsubscribe\/)(\d+)/g,
        );
        assert.deepEqual([
          ...new Set([...numbers].map((match) => Number(match[1]))),
        ], [n]);
      }
    }));

  Deno.test(`${name}: a name that reaches into the headers is refused and nothing is sent`, () =>
    withRig(make, async ({ transport, arrived }) => {
      const evil = "Anna\r\nBcc: everyone@example.com";
      const values = { ...recipient(1).values, name: evil };
      for (
        const fields of [{ name: evil }, { values }, {
          address: "a@example.com\r\nRCPT TO:<b@example.com>",
        }]
      ) {
        const outcome = await transport.send(LETTER, recipient(1, fields));
        assert.equal(outcome.kind, "refused");
        assert.doesNotMatch(outcome.reply, /[\r\n]/);
      }
      assert.deepEqual(await arrived(), []);
    }));

  Deno.test(`${name}: whatever a name is made of, the mail is handed over or refused`, () =>
    withRig(make, async ({ transport }) => {
      const names = [
        '"',
        "\\",
        "<b>",
        "a, b <c@d.example>",
        "\uD800",
        "🙂".repeat(300),
        "\u202E",
        "=?utf-8?Q?a?=",
      ];
      for (const [n, strange] of names.entries()) {
        const values = {
          ...recipient(n).values,
          name: strange,
          company: strange,
        };
        const outcome = await transport.send(
          LETTER,
          recipient(n, { name: strange, values }),
        );
        assert.equal(outcome.kind, "delivered", strange);
      }
    }));

  Deno.test(`${name}: closing waits for what is under way, and nothing can be sent afterwards`, () =>
    withRig(make, async ({ transport }) => {
      await transport.send(LETTER, recipient(1));
      const sending = transport.send(LETTER, recipient(2));
      await transport.close();
      assert.ok(["delivered", "unavailable"].includes((await sending).kind));
      assert.equal(
        (await transport.send(LETTER, recipient(3))).kind,
        "unavailable",
      );
    }));
}
