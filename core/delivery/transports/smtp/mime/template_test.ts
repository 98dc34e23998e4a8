import fc from "fast-check";
import { simpleParser } from "mailparser";
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { Invalid } from "../../../../errors.ts";
import type { Letter, Mail, Recipient } from "../../../letter.ts";
import { render } from "../../../render.ts";
import { wholeText } from "../output.ts";
import { mimeFiller } from "./template.ts";

const DATE = new Date("2026-03-01T09:00:00Z");

function letterOf(fields: Partial<Letter> = {}): Letter {
  return {
    id: "letter",
    from: { name: "News", address: "news@example.com" },
    subject: "News for {{name}}",
    body:
      "Dear {{name}} of {{company}},\n\nread https://example.com/{{name}}." +
      "\n.\nFrom us\n\n{{unsubscribe}}",
    headers: {
      "List-Unsubscribe": "<{{unsubscribe}}>",
      "X-Company": "{{company}}",
    },
    kind: "mailing",
    ownerId: "owner",
    ...fields,
  };
}

const CYRILLIC = letterOf({
  from: {
    name: "Компания «Н», отдел новостей и всего прочего",
    address: "n@example.com",
  },
  subject:
    "{{name}}, новости {{company}} — и скидки на всё, что было прошлой весной",
  body:
    "Здравствуйте, {{name}}{{company}}!\n\n.\nЧитайте: https://example.com/{{name}}?я=1\n" +
    "{{name}}\n{{unsubscribe}} Всё.\n",
  headers: {
    "List-Unsubscribe": "<{{unsubscribe}}>",
    "X-Company": "Фирма {{company}}",
  },
});

function recipientOf(fields: Partial<Recipient> = {}): Recipient {
  return {
    address: "anna@example.com",
    name: "Anna",
    values: {
      name: "Anna",
      company: "Harbour Books",
      unsubscribe: "https://example.com/u/1",
    },
    messageId: "m1@example.com",
    ...fields,
  };
}

async function read(source: string) {
  const mail = await simpleParser(Buffer.from(source), {
    skipTextToHtml: true,
  });
  const [to] = [mail.to ?? []].flat().flatMap(({ value }) => value);
  const [from] = mail.from?.value ?? [];
  // The parser decodes no header that it does not know.
  const company = mail.headers.get("x-company");
  return {
    from,
    to,
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html || "",
    unsubscribe: mail.headerLines.find(({ key }) => key === "list-unsubscribe")
      ?.line,
    company: typeof company === "string" ? decoded(company) : "",
    messageId: mail.messageId,
    date: mail.date,
  };
}

function expected(
  { from, to, subject, text, html, headers, messageId, date }: Mail,
) {
  return {
    from,
    to,
    subject,
    text: withLines(text),
    html: withLines(html),
    unsubscribe: `List-Unsubscribe: ${headers["List-Unsubscribe"]}`,
    company: headers["X-Company"] ?? "",
    messageId: `<${messageId}>`,
    date,
  };
}

function decoded(text: string): string {
  return text.replace(/\?=\s+=\?/g, "?==?").replace(
    /=\?utf-8\?B\?([^?]*)\?=/g,
    (_, word) => Buffer.from(word, "base64").toString(),
  );
}

function withLines(text: string): string {
  return text.replace(/\r\n|\r/g, "\n");
}

function assertSound(source: string): void {
  assert.doesNotMatch(source.replaceAll("\r\n", ""), /[\r\n\0]/);
  assert.ok(source.endsWith("\r\n"));
  const lines = source.split("\r\n");
  assert.ok(lines.every((line) => line.length <= 998));
  assert.ok(lines.every((line) => !line.startsWith(".")));
}

/** Anything that fits a header, with what is likely to break one. */
const headerText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 120 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    '"',
    "\\",
    "a, b <c@d.example>",
    "=?utf-8?Q?a?=",
    ".",
    "..",
    "From me",
    "=",
    "=20",
    "  two  spaces  ",
    "🙂".repeat(60),
    "word ".repeat(50).trim(),
    "x".repeat(1_200),
    "é",
    "",
    "\uD800",
    "\uDE00",
    "(comment)",
    "a;b:c",
    "%0d%0a",
    "&amp;",
    "--=_sendoff--",
  ),
  // deno-lint-ignore no-control-regex -- control characters are what headers refuse
).map((text) => text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/g, ""));

/** The same with line ends of every kind, for values of a body. */
const bodyText = fc.array(
  fc.oneof(
    headerText,
    fc.constantFrom("\r", "\n", "\r\n", "\u2028", "\n.\n", "\t", " "),
  ),
  { maxLength: 4 },
).map((texts) => texts.join(""));

for (
  const [name, letter] of Object.entries({
    ASCII: letterOf(),
    Cyrillic: CYRILLIC,
  })
) {
  Deno.test(`a filled ${name} letter reads as it is rendered, whatever the values`, async () => {
    await fc.assert(
      fc.asyncProperty(headerText, headerText, headerText, async (a, b, c) => {
        const recipient = recipientOf({
          name: a,
          values: {
            name: b,
            company: c,
            unsubscribe: "https://example.com/u/1?a=b&c=d",
          },
        });
        const source = wholeText(mimeFiller(letter)(recipient, DATE));
        assertSound(source);
        const mail = expected(render(letter, recipient, DATE));
        assert.deepEqual(trimmed(await read(source)), trimmed(mail));
      }),
      { numRuns: 150 },
    );
  });
}

Deno.test("values of a body may hold line ends and halves of characters", async () => {
  const body = "{{name}}{{company}} and\n {{name}}\r\nпосле";
  for (
    const letter of [
      letterOf({ subject: "s", headers: {}, body }),
      letterOf({
        subject: "s",
        headers: {},
        body: body + " кириллица".repeat(40),
      }),
    ]
  ) {
    await fc.assert(
      fc.asyncProperty(bodyText, bodyText, async (name, company) => {
        const recipient = recipientOf({ values: { name, company } });
        const source = wholeText(mimeFiller(letter)(recipient, DATE));
        assertSound(source);
        const mail = render(letter, recipient, DATE);
        const { text, html } = await read(source);
        assert.deepEqual({ text, html }, {
          text: withLines(mail.text),
          html: withLines(mail.html),
        });
      }),
      { numRuns: 100 },
    );
  }
});

/** Readers take white space off the ends of a header. */
function trimmed(
  mail: Awaited<ReturnType<typeof read>> | ReturnType<typeof expected>,
) {
  return {
    ...mail,
    subject: mail.subject.trim(),
    company: mail.company.trim(),
    to: { ...mail.to, name: mail.to?.name.trim() },
  };
}

for (
  const [what, fields] of Object.entries({
    "a value with a line break in a header": {
      values: { name: "a\r\nBcc: b@example.com", company: "", unsubscribe: "" },
    },
    "a value with a line separator in a header": {
      values: { name: "a\u2028b", company: "", unsubscribe: "" },
    },
    "a name with a NUL": { name: "a\0b" },
    "an address with a line break": {
      address: "a@example.com\r\nRCPT TO:<b@example.com>",
    },
    "an address without end": { address: `${"a".repeat(400)}@example.com` },
    "a message id with a space": { messageId: "a b" },
    "a message id without end": { messageId: "a".repeat(2_000) },
    "a missing value": { values: {} },
    "a value that is not its own": {
      values: Object.create({ name: "a", company: "b", unsubscribe: "c" }),
    },
  })
) {
  Deno.test(`${what} is refused`, () => {
    assert.throws(
      () => mimeFiller(letterOf())(recipientOf(fields), DATE),
      Invalid,
    );
  });
}

Deno.test("a letter whose own templates reach out of a header is refused", () => {
  const letters = [
    letterOf({ subject: "a\nb" }),
    letterOf({ headers: { "X-A": "a\r\nb" } }),
    letterOf({ headers: { "X A": "a" } }),
    letterOf({ from: { name: "a\nb", address: "a@example.com" } }),
    letterOf({ from: { address: "a" } }),
  ];
  for (const letter of letters) {
    assert.throws(() => mimeFiller(letter)(recipientOf(), DATE), Invalid);
  }
});

Deno.test("an address with letters beyond ASCII stands in its header as it is", async () => {
  const source = mimeFiller(letterOf())(
    recipientOf({ address: "анна@пример.example" }),
    DATE,
  );
  assert.equal(
    (await read(wholeText(source))).to?.address,
    "анна@пример.example",
  );
});

Deno.test("a letter is taken apart once, however many it goes to", () => {
  const letter = letterOf();
  assert.equal(mimeFiller(letter), mimeFiller(letter));
});
