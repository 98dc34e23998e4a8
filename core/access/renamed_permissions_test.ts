import assert from "node:assert/strict";
import { Group } from "./group.ts";
import { renamedPermissions } from "./renamed_permissions.ts";

Deno.test("a group of the first version keeps what it permitted, under today's names", () => {
  const upgraded = (permissions: string[]) =>
    Group.parse(renamedPermissions({ name: "a", permissions })).permissions;
  assert.deepEqual(
    upgraded(["clients.manage_own", "messages.manage_own", "users.view"]),
    ["mailings.own", "users.view"],
  );
  assert.deepEqual(upgraded(["groups.manage"]), [
    "groups.manage",
    "users.delete",
  ]);
});
