import assert from "node:assert/strict";
import { linksIn } from "./links.ts";

function addressesIn(text: string): string[] {
  return linksIn(text).map(({ address }) => address);
}

const ENDS: [text: string, address: string][] = [
  ["(https://example.com/path_(x))", "https://example.com/path_(x)"],
  ["[https://example.com/bracket]", "https://example.com/bracket"],
  ["https://example.com/em—dash", "https://example.com/em"],
  ["https://example.com/en–dash", "https://example.com/en"],
  ["https://example.com/ell…", "https://example.com/ell"],
  ["*https://example.com/star*", "https://example.com/star"],
  ["_https://example.com/line_", "https://example.com/line"],
  ["see (https://example.com/a), or", "https://example.com/a"],
  ["«https://example.com/a»", "https://example.com/a"],
  ["https://example.com/a?!", "https://example.com/a"],
  ["[here](https://example.com/a)more", "https://example.com/a"],
  ["https://example.com/a-b_c~d*e/", "https://example.com/a-b_c~d*e/"],
  ["https://пример.рф/каталог.", "https://пример.рф/каталог"],
  ["https://[2001:db8::1]/a", "https://[2001:db8::1]/a"],
  ["www.example.com", "http://www.example.com"],
  ["(WWW.example.com/a_(b)).", "http://WWW.example.com/a_(b)"],
];

for (const [text, address] of ENDS) {
  Deno.test(`the link in ${JSON.stringify(text)} is ${address}`, () => {
    assert.deepEqual(addressesIn(text), [address]);
  });
}

for (
  const text of [
    "http://",
    "http://....",
    "http://)",
    "www.",
    "www.example",
    "me@www.example.com",
    "awww.example.com",
    "ftp://example.com",
  ]
) {
  Deno.test(`there is no link in ${JSON.stringify(text)}`, () => {
    assert.deepEqual(addressesIn(text), []);
  });
}

Deno.test("a link says where it stands, and a second one after it is found", () => {
  assert.deepEqual(linksIn("a http://b.c/d)http://e.f"), [
    { start: 2, end: 14, address: "http://b.c/d" },
    { start: 15, end: 25, address: "http://e.f" },
  ]);
});

Deno.test("what is said to belong to an address does not end it", () => {
  const braces = (text: string, at: number) =>
    text.startsWith("{{x}}", at) ? 5 : 0;
  assert.deepEqual(linksIn("http://a/{{x}}/b {{x}}", braces), [
    { start: 0, end: 16, address: "http://a/{{x}}/b" },
  ]);
});
