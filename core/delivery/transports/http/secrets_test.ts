import assert from "node:assert/strict";
import { hider } from "./secrets.ts";

const hide = hider({
  endpoint: new URL("https://api.example.com/send?key=hidden-key&v=2"),
  token: "to/ken",
});

const TEXTS: [said: string, shown: string][] = [
  ["Bad token to/ken.", "Bad token •••."],
  ["Bad token to%2Fken.", "Bad token •••."],
  [
    "POST https://api.example.com/send?key=hidden-key&v=2 failed",
    "POST https://api.example.com failed",
  ],
  ["POST /send?key=hidden-key&v=2 failed", "POST /send failed"],
  ["No key hidden-key", "No key •••"],
  ["2 of 2", "2 of 2"],
];

for (const [said, shown] of TEXTS) {
  Deno.test(`"${said}" is shown as "${shown}"`, () => {
    assert.equal(hide(said), shown);
  });
}

Deno.test("where there is no secret, everything is shown", () => {
  const open = hider({ endpoint: new URL("https://a.example/"), token: "" });
  assert.equal(open("400 No such user"), "400 No such user");
});
