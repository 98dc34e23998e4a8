import assert from "node:assert/strict";
import { mailingsNamed } from "./in_use.ts";

Deno.test("three mailings are named, the others counted", () => {
  assert.equal(mailingsNamed(["A"]), 'the mailing "A"');
  assert.equal(mailingsNamed(["A", "B"]), 'the mailings "A" and "B"');
  assert.equal(mailingsNamed(["A", "B", "C"]), 'the mailings "A", "B" and "C"');
  assert.equal(
    mailingsNamed(["A", "B", "C", "D", "E"]),
    'the mailings "A", "B", "C" and 2 more',
  );
});
