import assert from "node:assert/strict";
import { csvDownload, csvLine } from "./csv.ts";

Deno.test("commas, quotes and line ends are quoted, the rest stands as it is", () => {
  assert.equal(
    csvLine(["Анна", 'a "b", c', "two\nlines", ""]),
    'Анна,"a ""b"", c","two\nlines",\r\n',
  );
});

Deno.test("nothing runs as a formula in a spreadsheet", () => {
  for (const start of ["=", "+", "-", "@", "\t", "\r"]) {
    assert.match(csvLine([`${start}1+1`]), /^"?'/, JSON.stringify(start));
  }
  assert.equal(csvLine(["a=1", "1-2"]), "a=1,1-2\r\n");
});

Deno.test("nothing becomes a formula where a spreadsheet splits the cell", () => {
  for (const mark of [";", ",", "|", "\t", "\n", '; "', ";  ", ";\u00a0"]) {
    for (const start of ["=", "+", "-", "@", "＝", "＠"]) {
      const line = csvLine([`x${mark}${start}1+1`]);
      assert.match(line, /'[=+\-@＝＠]1\+1/, JSON.stringify(mark + start));
    }
  }
  assert.equal(csvLine(["Smith; son"]), "Smith; son\r\n");
});

Deno.test("a file begins with the mark of its encoding and has its name", async () => {
  const response = csvDownload(
    "Новости «1»",
    (async function* () {
      yield await Promise.resolve(["Анна"]);
    })(),
  );
  const bytes = new Uint8Array(await response.arrayBuffer());
  assert.deepEqual([...bytes.slice(0, 3)], [0xEF, 0xBB, 0xBF]);
  assert.equal(new TextDecoder().decode(bytes), "Анна\r\n");
  const name = response.headers.get("content-disposition")!
    .match(/filename\*=UTF-8''(.*)/)![1]!;
  assert.equal(decodeURIComponent(name), "Новости «1».csv");
});

Deno.test("lines are read no faster than they are taken, and no further than wanted", async () => {
  let read = 0;
  let isOver = false;
  const response = csvDownload(
    "big",
    (async function* () {
      try {
        for (; read < 1_000_000; read++) {
          yield await Promise.resolve(["x".repeat(100)]);
        }
      } finally {
        isOver = true;
      }
    })(),
  );
  const reader = response.body!.getReader();
  await reader.read();
  assert.ok(read < 2_000, `${read} lines were read ahead`);
  await reader.cancel();
  assert.ok(isOver);
});
