import assert from "node:assert/strict";
import { listHref } from "./list_href.ts";

Deno.test("what is asked of a list is escaped, and what is empty left out", () => {
  assert.equal(
    listHref("/clients", { q: "чай & co", at: undefined, status: "" }),
    "/clients?q=%D1%87%D0%B0%D0%B9+%26+co",
  );
  assert.equal(listHref("/clients", { q: undefined }), "/clients");
});
