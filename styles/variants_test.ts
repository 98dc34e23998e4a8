import assert from "node:assert/strict";
import { isIdle } from "./variants.ts";

Deno.test("a misspelt variant is idle", () => {
  assert.ok(isIdle("lgg:p-2"));
  assert.ok(isIdle("sm:hoover:p-2"));
  assert.ok(isIdle("has-[:checked]:p-1"));
});

Deno.test("a tint of a colour that is a custom property is idle", () => {
  assert.ok(isIdle("hover:bg-mark/50"));
  assert.ok(!isIdle("w-1/2"));
});

Deno.test("known variants, aria states and selectors in brackets are not idle", () => {
  for (
    const name of [
      "p-2",
      "sm:hover:p-2",
      "group-open:text-ink",
      "aria-[current=page]:text-ink",
      "[&:has(>label>input:checked)]:border-mark",
      "before:content-[attr(data-label)]",
      "sm:[&>li:last-child:nth-child(odd)]:col-span-1",
      "[&[aria-current=page]_svg]:text-mark",
      "focus-visible:[outline-offset:-2px]",
    ]
  ) assert.ok(!isIdle(name), name);
});
