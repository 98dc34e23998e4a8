import assert from "node:assert/strict";
import { element, xmlResponse } from "./xml.ts";

Deno.test("what is typed stays text, between tags and in attributes", () => {
  const typed = `Bread & "butter" <b>`;
  const { markup } = element("title", { name: typed }, typed);
  const written = "Bread &amp; &quot;butter&quot; &lt;b&gt;";
  assert.equal(markup, `<title name="${written}">${written}</title>`);
});

Deno.test("characters that XML cannot write are left out, line breaks stay", () => {
  const { markup } = element("title", {}, "a\0b\x08c\x1fd\ufffee\nf\tg");
  assert.equal(markup, "<title>abcde\nf\tg</title>");
});

Deno.test("elements stand in each other, an empty one closes itself", async () => {
  const root = element("a", {}, [element("b", {}), element("c", {}, "d")]);
  const response = xmlResponse(root, "application/xml");
  assert.equal(
    await response.text(),
    '<?xml version="1.0" encoding="utf-8"?>\n<a><b/><c>d</c></a>',
  );
  assert.equal(
    response.headers.get("content-type"),
    "application/xml; charset=utf-8",
  );
});
