import assert from "node:assert/strict";
import fc from "fast-check";
import {
  parseTemplate,
  placeholdersIn,
  unknownPlaceholders,
} from "./placeholders.ts";

Deno.test("a template falls into text and placeholders in order", () => {
  assert.deepEqual(parseTemplate("Hello, {{name}}: {{email}}"), [
    { kind: "text", text: "Hello, " },
    { kind: "placeholder", name: "name" },
    { kind: "text", text: ": " },
    { kind: "placeholder", name: "email" },
  ]);
});

Deno.test("case and spaces inside the braces do not matter, a line break does", () => {
  assert.deepEqual(placeholdersIn("{{ Company }} {{\tEMAIL}}"), [
    "company",
    "email",
  ]);
  assert.deepEqual(placeholdersIn("{{\nname}}"), []);
});

Deno.test("a placeholder used twice is listed once", () => {
  assert.deepEqual(placeholdersIn("{{name}} {{Name}}"), ["name"]);
});

Deno.test("braces beyond two belong to the text", () => {
  assert.deepEqual(parseTemplate("{{{name}}}"), [
    { kind: "text", text: "{" },
    { kind: "placeholder", name: "name" },
    { kind: "text", text: "}" },
  ]);
});

Deno.test("what looks like a placeholder and is none counts as unknown", () => {
  const text = "{{name}} {{имя}} {{ Phone }} {{name2}} {{}} {{phone}} { {x} }";
  assert.deepEqual(unknownPlaceholders(text), ["имя", "phone", "name2", ""]);
});

Deno.test("the pieces of any template without placeholders give it back", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("{", "}", " ", "1", "ж") }),
      (text) => {
        const pieces = parseTemplate(text);
        assert.equal(
          pieces.map((piece) => piece.kind === "text" ? piece.text : "").join(
            "",
          ),
          text,
        );
      },
    ),
  );
});
