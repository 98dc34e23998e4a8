import assert from "node:assert/strict";
import fc from "fast-check";
import { Invalid } from "../errors.ts";
import type { Letter, Recipient } from "./letter.ts";
import { render } from "./render.ts";
import { LETTER, recipient } from "./test_letter.ts";

const DATE = new Date("2026-03-01T09:00:00Z");

function bodyHtml(body: string, values: Record<string, string> = {}): string {
  const { html } = render({ ...LETTER, body }, recipient(1, { values }), DATE);
  return html.split('<div class="letter">\n')[1]?.split("</div>")[0] ?? "";
}

Deno.test("placeholders are filled in the subject, the text, the html and the headers", () => {
  const letter = {
    ...LETTER,
    subject: "For {{name}}",
    body: "Dear {{ NAME }}",
    headers: { "List-Unsubscribe": "<{{unsubscribe}}>" },
  };
  const values = { name: "Анна", unsubscribe: "https://example.com/u/1" };
  const mail = render(letter, recipient(1, { values }), DATE);
  assert.equal(mail.subject, "For Анна");
  assert.equal(mail.text, "Dear Анна");
  assert.match(mail.html, /<title>For Анна<\/title>/);
  assert.match(mail.html, /<p>Dear Анна<\/p>/);
  assert.deepEqual(mail.headers, {
    "List-Unsubscribe": "<https://example.com/u/1>",
  });
});

Deno.test("a letter with a placeholder that has no value is not rendered", () => {
  const letter = { ...LETTER, body: "{{phone}}" };
  assert.throws(() => render(letter, recipient(), DATE), /\{\{phone\}\}/);
  const inherited = { ...LETTER, body: "{{constructor}}" };
  assert.throws(() => render(inherited, recipient(), DATE), Invalid);
});

Deno.test("a value is never read as a template again", () => {
  const values = { name: "{{email}}", email: "secret@example.com" };
  const mail = render(
    { ...LETTER, body: "{{name}}" },
    recipient(1, { values }),
    DATE,
  );
  assert.equal(mail.text, "{{email}}");
  assert.ok(!mail.html.includes("secret@example.com"));
});

Deno.test("paragraphs and line breaks of the text are kept in the html", () => {
  assert.equal(
    bodyHtml("One\r\ntwo\n\n \nThree"),
    "<p>One<br>\ntwo</p>\n<p>Three</p>\n",
  );
});

Deno.test("web addresses become links without the punctuation after them", () => {
  assert.equal(
    bodyHtml("See (https://example.com/a?b=1&c=2), now."),
    '<p>See (<a href="https://example.com/a?b=1&amp;c=2">' +
      "https://example.com/a?b=1&amp;c=2</a>), now.</p>\n",
  );
});

Deno.test("other kinds of address stay text", () => {
  assert.equal(bodyHtml("javascript:alert(1)"), "<p>javascript:alert(1)</p>\n");
});

Deno.test("a value inside a link is encoded in the address and in what is read of it", () => {
  assert.equal(
    bodyHtml("https://example.com/?q={{name}}&x=1", { name: `"><b>\uD800` }),
    '<p><a href="https://example.com/?q=%22%3E%3Cb%3E%EF%BF%BD&amp;x=1">' +
      "https://example.com/?q=%22%3E%3Cb%3E%EF%BF%BD&amp;x=1</a></p>\n",
  );
});

Deno.test("the unsubscribe address becomes a link, a name never does", () => {
  const address = "https://example.com/u/1";
  assert.equal(
    bodyHtml("{{unsubscribe}}", { unsubscribe: address }),
    `<p><a href="${address}">${address}</a></p>\n`,
  );
  assert.equal(bodyHtml("{{name}}", { name: address }), `<p>${address}</p>\n`);
});

Deno.test("no value and no template can bring in markup", () => {
  const clean = bodyHtml("a").replaceAll("a", "");
  const hostile = fc.string({
    unit: fc.constantFrom("<", ">", '"', "'", "&", "x", "=", "\uD800"),
  });
  fc.assert(fc.property(hostile, hostile, (body, name) => {
    const html = bodyHtml(`.${body}{{name}}`, { name });
    assert.equal(
      html.match(/[<>"']/g)?.join(""),
      clean.match(/[<>"']/g)?.join(""),
    );
  }));
});

Deno.test("whatever breaks a header is refused in the subject, the names and the addresses", () => {
  for (
    const evil of [
      "\r",
      "\n",
      "\r\nBcc: x@example.com",
      "\0",
      "\u2028",
      "\u2029",
      "\u0085",
    ]
  ) {
    const values = { name: `A${evil}` };
    const refused: [Letter, Recipient][] = [
      [{ ...LETTER, subject: "{{name}}" }, recipient(1, { values })],
      [
        { ...LETTER, headers: { "X-Name": "{{name}}" } },
        recipient(1, { values }),
      ],
      [{ ...LETTER, headers: { [`X${evil}`]: "a" } }, recipient()],
      [
        { ...LETTER, from: { name: `A${evil}`, address: "a@example.com" } },
        recipient(),
      ],
      [{ ...LETTER, from: { address: `a@example.com${evil}` } }, recipient()],
      [LETTER, recipient(1, { name: `A${evil}` })],
      [LETTER, recipient(1, { address: `a@example.com${evil}` })],
      [LETTER, recipient(1, { messageId: `m${evil}` })],
    ];
    for (const [letter, to] of refused) {
      assert.throws(() => render(letter, to, DATE), Invalid);
    }
  }
});

Deno.test("one recipient's address cannot name a second recipient", () => {
  for (
    const address of [
      "a@b.example,c@d.example",
      "a@b.example> <c@d.example",
      "a b@c.example",
    ]
  ) {
    assert.throws(
      () => render(LETTER, recipient(1, { address }), DATE),
      Invalid,
    );
  }
});

Deno.test("half a character does not leave the letter", () => {
  const values = { name: "A\uD800" };
  const letter = { ...LETTER, subject: "{{name}}", body: "{{name}}" };
  const mail = render(letter, recipient(1, { name: "A\uD800", values }), DATE);
  assert.deepEqual([mail.subject, mail.text, mail.to.name], [
    "A\uFFFD",
    "A\uFFFD",
    "A\uFFFD",
  ]);
  assert.ok(mail.html.isWellFormed());
});

Deno.test("a line break in a value reaches the text and the html of the body", () => {
  const mail = render(
    { ...LETTER, body: "{{name}}" },
    recipient(1, { values: { name: "a\nb" } }),
    DATE,
  );
  assert.equal(mail.text, "a\nb");
  assert.match(mail.html, /<p>a<br>\nb<\/p>/);
});
