import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { Table } from "./Table.tsx";

const TABLE = renderToString(
  <Table
    caption="Clients"
    columns={[
      { header: "Name", kind: "name", cell: (row) => row.name },
      { header: "Attempts", kind: "number", cell: (row) => row.attempts },
    ]}
    rows={[{ name: "Мария", attempts: 12 }]}
    rowKey={(row) => row.name}
    actions={() => "Edit"}
  />,
);

Deno.test("a table says what it lists and what each column holds", () => {
  assert.match(TABLE, /<caption[^>]*>Clients<\/caption>/);
  assert.equal(TABLE.match(/scope="col"/g)?.length, 3);
  assert.match(TABLE, /<th[^>]*><span class="sr-only">Actions<\/span><\/th>/);
});

Deno.test("a table keeps its roles where styles turn rows into cards", () => {
  for (const role of ["table", "rowgroup", "row", "columnheader", "cell"]) {
    assert.ok(TABLE.includes(`role="${role}"`), role);
  }
});

Deno.test("a number carries its header for a card, a name does not", () => {
  assert.match(TABLE, /data-label="Attempts"/);
  assert.doesNotMatch(TABLE, /data-label="Name"/);
});
