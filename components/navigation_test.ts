import assert from "node:assert/strict";
import { currentItem, type NavItem } from "./navigation.ts";

const item = (href: string): NavItem => ({ href, label: href, icon: "mail" });

Deno.test("the longest address that holds the path is current", () => {
  const items = [item("/manage"), item("/manage/users")];
  assert.equal(currentItem(items, "/manage/users/7")?.href, "/manage/users");
});

Deno.test("an address that only begins alike is not current", () => {
  assert.equal(currentItem([item("/mail")], "/mailings"), undefined);
});
