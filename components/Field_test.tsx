import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { TextInput } from "./TextInput.tsx";

Deno.test("a control is tied to its label, its help and its error", () => {
  const html = renderToString(
    <TextInput
      name="email"
      label="E-mail"
      help="Where we write to."
      error="Type an address."
    />,
  );
  assert.match(html, /<label for="email"/);
  assert.match(html, /<input[^>]* id="email"/);
  assert.match(html, /aria-describedby="email-error email-help"/);
  assert.match(html, /aria-invalid="true"/);
  assert.match(html, /id="email-error"/);
  assert.match(html, /id="email-help"/);
});

Deno.test("a control without help or error describes nothing", () => {
  const html = renderToString(
    <TextInput name="email" label="E-mail" value="a@b.example" />,
  );
  assert.doesNotMatch(html, /aria-/);
  assert.match(html, /value="a@b.example"/);
});
