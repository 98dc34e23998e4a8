import assert from "node:assert/strict";
import { classesIn } from "./classes.ts";

Deno.test("classes are read from attributes, conditions and cx", () => {
  const found = classesIn(`
    <p class="a b">it's</p>
    <p class={on ? "c" : "d"}>x</p>
    const kinds = { one: cx("e f", off && "g") };`);
  assert.deepEqual([...found.declared].sort(), [
    "a",
    "b",
    "c",
    "d",
    "e",
    "f",
    "g",
  ]);
});

Deno.test("strings that are compared with or index are no classes", () => {
  const found = classesIn(
    `<p class={kind === "name" ? "a" : looks["wide"]}>x</p>`,
  );
  assert.deepEqual([...found.declared], ["a"]);
});

Deno.test("a bracket inside a class name does not end the expression", () => {
  const found = classesIn(`<p class={cx("before:content-['}']", "b")}>x</p>`);
  assert.ok(found.declared.has("b"));
});
