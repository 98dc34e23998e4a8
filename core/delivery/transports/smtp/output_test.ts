import assert from "node:assert/strict";
import { FixedText, type MessageText, Output } from "./output.ts";

function messageOf(...texts: MessageText[]): string {
  const output = new Output();
  for (const text of texts) output.addMessage(text);
  assert.equal(output.length, output.bytes.length);
  return new TextDecoder().decode(output.bytes);
}

Deno.test("every line that begins with a dot gets another, the first line too", () => {
  assert.equal(messageOf(".a\r\n..\r\nb.\r\n"), "..a\r\n...\r\nb.\r\n");
});

Deno.test("a line gets its second dot wherever the message is cut into texts", () => {
  assert.equal(
    messageOf("a\r\n", ".b", ".c\r\n.", "\r\n"),
    "a\r\n..b.c\r\n..\r\n",
  );
});

Deno.test("a text that is encoded once gets its dots like any other", () => {
  const fixed = new FixedText(".a\r\n.b");
  assert.equal(
    messageOf("x", fixed, "\r\n", fixed),
    "x.a\r\n..b\r\n..a\r\n..b",
  );
});

Deno.test("what an output holds stays as it grows, and goes when it is cleared", () => {
  const output = new Output();
  const texts = ["a", "я", "я".repeat(5_000), "b".repeat(100_000)];
  for (const text of texts) output.add(text);
  assert.equal(new TextDecoder().decode(output.bytes), texts.join(""));
  output.clear();
  assert.equal(output.length, 0);
  output.add("a");
  assert.deepEqual([...output.bytes], [0x61]);
});
