import assert from "node:assert/strict";
import fc from "fast-check";
import { parseClientList } from "./client_list.ts";

/** The clients of a list as lines "email|name|comment". */
function clientsIn(text: string): string[] {
  return parseClientList(text).clients.map(({ email, name, comment }) =>
    [email, name, comment].join("|")
  );
}

Deno.test("a name with an address in angle brackets makes a client", () => {
  assert.deepEqual(
    clientsIn('Anna Petrova <Anna@Example.com>\n"Ivanov, Ivan" <ivan@x.org>'),
    ["anna@example.com|Anna Petrova|", "ivan@x.org|Ivanov, Ivan|"],
  );
});

Deno.test("commas, semicolons and tabs separate fields, each line by its own", () => {
  assert.deepEqual(
    clientsIn(
      "a@x.org, Anna, likes tea; milk\nb@x.org;Boris;owes 1,50\nc@x.org\tClara\t",
    ),
    [
      "a@x.org|Anna|likes tea; milk",
      "b@x.org|Boris|owes 1,50",
      "c@x.org|Clara|",
    ],
  );
});

Deno.test("a name may stand before its address, in one field or in two", () => {
  assert.deepEqual(
    clientsIn(
      "Anna Petrova, a@x.org, tea\nPetrov;Boris;b@x.org\nClara c@x.org",
    ),
    ["a@x.org|Anna Petrova|tea", "b@x.org|Petrov Boris|", "c@x.org|Clara|"],
  );
});

Deno.test("quotes keep separators, and doubled quotes are quotes", () => {
  assert.deepEqual(
    clientsIn('a@x.org,"Petrova, Anna","calls it ""the shop"""\n'),
    ['a@x.org|Petrova, Anna|calls it "the shop"'],
  );
});

Deno.test("quotes within a field are part of it", () => {
  assert.deepEqual(clientsIn('ООО "Ромашка", info@romashka.ru'), [
    'info@romashka.ru|ООО "Ромашка"|',
  ]);
});

Deno.test("several people on one line are taken apart", () => {
  assert.deepEqual(
    clientsIn('Anna <a@x.org>, "Petrov, Boris" <b@x.org>; Clara <c@x.org>'),
    ["a@x.org|Anna|", "b@x.org|Petrov, Boris|", "c@x.org|Clara|"],
  );
});

Deno.test("a header names the columns in any order, and the others are left out", () => {
  assert.deepEqual(
    clientsIn(
      "Phone;Last name;First name;Notes;E-mail\n12;Li;Anna;tea;a@x.org",
    ),
    ["a@x.org|Li Anna|tea"],
  );
  assert.deepEqual(
    clientsIn("ФИО,Комментарий,Электронная почта\nАнна,чай,a@x.org"),
    ["a@x.org|Анна|чай"],
  );
});

Deno.test("a byte order mark, blank lines and any line ends do not matter", () => {
  assert.deepEqual(
    clientsIn(
      "\uFEFFemail,name\r\na@x.org,Anna\r\n\r\nb@x.org,Boris\rc@x.org,C",
    ),
    ["a@x.org|Anna|", "b@x.org|Boris|", "c@x.org|C|"],
  );
});

Deno.test("a Cyrillic domain is kept as the network spells it", () => {
  assert.deepEqual(clientsIn("Пётр Ёлкин <petr@почта.рф>"), [
    "petr@xn--80a1acny.xn--p1ai|Пётр Ёлкин|",
  ]);
});

Deno.test("a first line with an address is no header, whatever its words", () => {
  assert.deepEqual(clientsIn("Анна; anna@почта.рф"), [
    "anna@xn--80a1acny.xn--p1ai|Анна|",
  ]);
});

Deno.test("a line that makes no client is told with its number and the reason", () => {
  const { rejected } = parseClientList(
    'a@x.org, Anna\n\nBoris\nclara@x, Clara\nd@x.org\n"Eva, e@x.org\nf@x.org,g@x.org',
  );
  assert.deepEqual(rejected, [
    {
      line: 3,
      text: "Boris",
      reason: "There is no e-mail address on this line.",
    },
    {
      line: 4,
      text: "clara@x, Clara",
      reason: "Enter an e-mail address like anna@example.com.",
    },
    { line: 5, text: "d@x.org", reason: "Enter the client's full name." },
    {
      line: 6,
      text: '"Eva, e@x.org',
      reason: "A quotation mark is opened and not closed.",
    },
    {
      line: 7,
      text: "f@x.org,g@x.org",
      reason: "There are two e-mail addresses here. Give each client a line.",
    },
  ]);
});

Deno.test("a line of a list with columns is held against its columns", () => {
  const { clients, rejected } = parseClientList(
    'name,email\nAnna,\nBoris\n"Clara,c@x.org',
  );
  assert.deepEqual(clients, []);
  assert.deepEqual(rejected.map(({ line, reason }) => [line, reason]), [
    [2, "Enter an e-mail address like anna@example.com."],
    [3, "Enter an e-mail address like anna@example.com."],
    [4, "A quotation mark is opened and not closed."],
  ]);
});

Deno.test("the rest holds the header and what was not understood", () => {
  const list = "email;name\na@x.org;Anna\nBoris\nc@x.org;";
  const { rest } = parseClientList(list);
  assert.equal(rest, "email;name\nBoris\nc@x.org;");
  assert.equal(parseClientList(rest).rest, rest);
  assert.equal(parseClientList("email;name\na@x.org;Anna").rest, "");
});

Deno.test("five thousand lines are read in a moment", () => {
  const lines = Array.from(
    { length: 5_000 },
    (_, i) => `client${i}@example.com; Клиент № ${i}; постоянный`,
  );
  const begun = performance.now();
  const { clients, rejected } = parseClientList(lines.join("\n"));
  assert.equal(clients.length, 5_000);
  assert.equal(rejected.length, 0);
  assert.equal(clients[4_999]?.name, "Клиент № 4999");
  assert.ok(performance.now() - begun < 2_000);
});

Deno.test("a megabyte without a line break is read in a moment", () => {
  const begun = performance.now();
  for (const unit of ["<a@", '"', "a,", "@", " ;", '""', "a@b.c,", "<a@b.c>"]) {
    parseClientList(unit.repeat(1_000_000 / unit.length));
  }
  assert.ok(performance.now() - begun < 10_000);
});

Deno.test("no text breaks it, and every line with words is a client or rejected", () => {
  const piece = fc.constantFrom(
    "a@x.org",
    "Anna",
    ",",
    ";",
    "\t",
    '"',
    "<",
    ">",
    " ",
    "\n",
    "email",
    "ё",
  );
  fc.assert(
    fc.property(fc.array(piece).map((pieces) => pieces.join("")), (text) => {
      const { clients, rejected } = parseClientList(text);
      const lines = text.split("\n").filter((line) => line.trim() !== "");
      assert.ok(clients.length + rejected.length >= lines.length - 1);
    }),
  );
});
