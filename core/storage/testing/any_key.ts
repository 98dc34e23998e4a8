import fc from "fast-check";
import type { KeyPart } from "../keys.ts";

/** Text that Deno KV keeps as it is, with the code points at which sorting goes wrong. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 4 }),
  fc.string({
    unit: fc.constantFrom(
      "\0",
      "a",
      "b",
      "я",
      "ѐ",
      "\uD7FF",
      "\uE000",
      "\uFFFF",
      "😀",
      "\u{10FFFE}",
      "\u{10FFFF}",
    ),
    maxLength: 4,
  }),
);

/** Any part of a key. */
export const anyPart: fc.Arbitrary<KeyPart> = fc.oneof(
  anyText,
  fc.double(),
  fc.integer({ min: -2, max: 2 }),
  fc.bigInt({ min: -300n, max: 300n }),
  fc.boolean(),
  fc.uint8Array({ maxLength: 3 }),
);

/** Any key. */
export const anyKey: fc.Arbitrary<KeyPart[]> = fc.array(anyPart, {
  minLength: 1,
  maxLength: 3,
});
