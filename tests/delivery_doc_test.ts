import assert from "node:assert/strict";
import { readPage, withTables } from "./delivery_doc.ts";

Deno.test("docs/delivery.md has its tables as the code and the tests have them", async () => {
  const page = await readPage();
  assert.equal(page, withTables(page), "Run deno run -A tests/delivery_doc.ts");
});

Deno.test("every table between marks in docs/delivery.md comes from the code", async () => {
  const page = await readPage();
  const table = /(<!-- [\w ]+: begin .*-->)[^]*?(<!-- [\w ]+: end -->)/g;
  const emptied = page.replaceAll(table, "$1$2");
  assert.notEqual(emptied, page);
  assert.equal(withTables(emptied), page);
});
