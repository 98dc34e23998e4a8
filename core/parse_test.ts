import assert from "node:assert/strict";
import { z } from "zod";
import { Invalid } from "./errors.ts";
import { parse } from "./parse.ts";

const Input = z.object({
  name: z.string({ error: "Enter a name." }).min(2, { error: "Too short." })
    .regex(/^[a-z]/, { error: "Begin with a letter." }),
  times: z.object({ startsAt: z.string({ error: "Choose a time." }) }),
  tags: z.array(z.string({ error: "A tag is text." })),
});

Deno.test("input that fits comes back without what was not asked for", () => {
  const input = { name: "anna", times: { startsAt: "now" }, tags: [] };
  assert.deepEqual(parse(Input, { ...input, admin: true }), input);
});

Deno.test("each field gets one sentence, a field of a group under its own name", () => {
  const input = { name: "7", times: {}, tags: ["a", 1, 2] };
  assert.deepEqual(faultsIn(input), {
    name: "Too short.",
    startsAt: "Choose a time.",
    tags: "A tag is text.",
  });
});

Deno.test("what is wrong as a whole has no field's name", () => {
  assert.deepEqual(Object.keys(faultsIn(undefined)), [""]);
});

function faultsIn(input: unknown): Readonly<Record<string, string>> {
  try {
    parse(Input, input);
  } catch (error) {
    if (error instanceof Invalid) return error.fields;
    throw error;
  }
  assert.fail("it was accepted");
}
