import assert from "node:assert/strict";
import { looksOf } from "./look_alike.ts";

Deno.test("names that people cannot tell apart look the same", () => {
  const alike = [
    "аdministrator",
    "ADMINISTRATOR",
    "adrninistrator",
    "adm1nistrator",
    "ａdministrator",
    "admin istrator",
    "admin\u3164istrator",
    "ádministrator",
  ];
  for (const name of alike) {
    assert.equal(looksOf(name), looksOf("administrator"), name);
  }
  assert.notEqual(looksOf("manager"), looksOf("content manager"));
});
