import assert from "node:assert/strict";
import { Conflict, Forbidden, Invalid, NotFound } from "../errors.ts";
import type { User } from "./user.ts";
import { type TestUsers, withUsers } from "./test_users.ts";

function make(
  { users }: TestUsers,
  name: string,
  groups: string[],
): Promise<User> {
  return users.create({
    email: `${name}@example.com`,
    name,
    password: "a long secret",
    timeZone: "UTC",
    groups,
  });
}

Deno.test("a user is put into groups, and who did it is written down", () =>
  withUsers(async (world) => {
    const { users, audit } = world;
    const ada = await make(world, "ada", ["administrator"]);
    const bob = await make(world, "bob", ["owner"]);
    const moved = await users.setGroups(bob.id, ["manager", "manager"], ada);
    assert.deepEqual(moved.groups, ["manager"]);
    assert.deepEqual(await users.countMembers("owner"), {
      count: 0,
      more: false,
    });
    assert.equal((await users.countMembers("manager")).count, 1);
    const { items: [entry] } = await audit.list();
    assert.deepEqual([entry?.by.name, entry?.on.name, entry?.note], [
      "ada",
      "bob",
      "manager",
    ]);
  }));

Deno.test("a group that is not there is refused, and nothing is written", () =>
  withUsers(async (world) => {
    const { users, audit } = world;
    const ada = await make(world, "ada", ["administrator"]);
    await assert.rejects(
      users.setGroups(ada.id, ["administrator", "king"], ada),
      Invalid,
    );
    assert.deepEqual((await audit.list()).items, []);
    await assert.rejects(users.setGroups("nobody", [], ada), NotFound);
  }));

Deno.test("the last administrator stays one, and cannot be deleted", () =>
  withUsers(async (world) => {
    const { users } = world;
    const ada = await make(world, "ada", ["administrator"]);
    const bob = await make(world, "bob", ["administrator"]);
    await users.block(bob.id, "On leave");
    await assert.rejects(users.setGroups(ada.id, ["owner"], ada), Conflict);
    await assert.rejects(users.markDeletedBy(ada, ada.id), Conflict);
    await assert.rejects(users.markDeleted(ada, "a long secret"), Conflict);
    await users.unblock(bob.id);
    await users.setGroups(ada.id, ["owner"], ada);
    assert.deepEqual((await users.get(ada.id)).groups, ["owner"]);
  }));

Deno.test("two administrators cannot take each other out at once", () =>
  withUsers(async (world) => {
    const { users } = world;
    const ada = await make(world, "ada", ["administrator"]);
    const bob = await make(world, "bob", ["administrator"]);
    const ended = await Promise.allSettled([
      users.setGroups(bob.id, [], ada),
      users.setGroups(ada.id, [], bob),
    ]);
    assert.deepEqual(ended.map(({ status }) => status).sort(), [
      "fulfilled",
      "rejected",
    ]);
    assert.equal((await users.countMembers("administrator")).count, 1);
  }));

Deno.test("whoever is no administrator acts on none and makes none", () =>
  withUsers(async (world) => {
    const { users } = world;
    const ada = await make(world, "ada", ["administrator"]);
    await make(world, "second", ["administrator"]);
    const clerk = await make(world, "clerk", ["manager"]);
    await assert.rejects(users.setGroups(ada.id, [], clerk), Forbidden);
    await assert.rejects(users.markDeletedBy(clerk, ada.id), Forbidden);
    await assert.rejects(
      users.setGroups(clerk.id, ["administrator"], clerk),
      Forbidden,
    );
  }));

Deno.test("a user deleted by an administrator is signed out and written down", () =>
  withUsers(async (world) => {
    const { users, sessions, audit, mails } = world;
    const ada = await make(world, "ada", ["administrator"]);
    const bob = await make(world, "bob", ["owner"]);
    const { token } = await sessions.start(bob);
    await users.markDeletedBy(ada, bob.id);
    assert.equal(await users.userOf(token), undefined);
    assert.equal(await users.findByEmail(bob.email), undefined);
    assert.equal(mails.at(-1)?.to.address, bob.email);
    const { items: [entry] } = await audit.list();
    assert.deepEqual([entry?.act, entry?.note], ["user.deleted", bob.email]);
    await assert.rejects(users.markDeletedBy(ada, bob.id), NotFound);
  }));

Deno.test("users are found by words of their name and address", () =>
  withUsers(async (world) => {
    const { users } = world;
    await make(world, "anna", ["owner"]);
    await make(world, "boris", ["manager"]);
    const names = async (wanted: { search?: string; group?: string }) =>
      (await users.list({ limit: 9, ...wanted })).items.map(({ name }) => name);
    assert.deepEqual(await names({ search: "ANN" }), ["anna"]);
    assert.deepEqual(await names({ search: "bor example" }), ["boris"]);
    assert.deepEqual(await names({ search: "carl" }), []);
    assert.deepEqual(await names({ group: "manager" }), ["boris"]);
  }));
