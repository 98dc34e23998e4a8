import assert from "node:assert/strict";
import { Conflict, Invalid } from "../errors.ts";
import { Audit } from "./audit.ts";
import { ADMINISTRATOR_PERMISSIONS } from "./group.ts";
import { Groups } from "./groups.ts";
import { type TestStore, withStore } from "./test_store.ts";

const ADA = {
  id: "ada",
  name: "Ada",
  email: "ada@example.com",
  groups: ["administrator"],
};
const CLERKS = { name: "clerks", permissions: ["users.view"] };

interface TestGroups extends TestStore {
  groups: Groups;
  audit: Audit;
  /** How many users each group has. */
  members: Record<string, number>;
  /** Groups of another process, over the same store. */
  elsewhere: Groups;
}

function withGroups(test: (world: TestGroups) => Promise<void>): Promise<void> {
  return withStore(async (world) => {
    const { store } = world;
    const audit = new Audit(store);
    const members: Record<string, number> = {};
    const countMembers = (name: string) =>
      Promise.resolve({ count: members[name] ?? 0, more: false });
    const options = { store, audit, countMembers };
    const [groups, elsewhere] = [new Groups(options), new Groups(options)];
    await test({ ...world, groups, elsewhere, audit, members });
  });
}

Deno.test("what a group permits holds for its members right after an edit", () =>
  withGroups(async ({ groups }) => {
    await groups.create(CLERKS, ADA);
    const clerk = { groups: ["clerks", "no such group"] };
    assert.deepEqual([...await groups.permissionsOf(clerk)], ["users.view"]);
    await groups.update("clerks", { permissions: ["system.view"] }, ADA);
    assert.deepEqual([...await groups.permissionsOf(clerk)], ["system.view"]);
    await groups.remove("clerks", ADA);
    assert.deepEqual([...await groups.permissionsOf(clerk)], []);
  }));

Deno.test("what another process edits holds here within a second", () =>
  withGroups(async ({ groups, elsewhere, pass }) => {
    await groups.create(CLERKS, ADA);
    const clerk = { groups: ["clerks"] };
    await elsewhere.permissionsOf(clerk);
    await groups.update("clerks", { permissions: [] }, ADA);
    assert.equal((await elsewhere.permissionsOf(clerk)).size, 1);
    pass(1_000);
    assert.equal((await elsewhere.permissionsOf(clerk)).size, 0);
  }));

Deno.test("what was read before an edit ended does not outlive it", () =>
  withGroups(async ({ groups }) => {
    await groups.create(CLERKS, ADA);
    const clerk = { groups: ["clerks"] };
    const list = groups.list.bind(groups);
    groups.list = async () => {
      const before = await list();
      groups.list = list;
      await groups.update("clerks", { permissions: [] }, ADA);
      return before;
    };
    await groups.permissionsOf(clerk);
    assert.equal((await groups.permissionsOf(clerk)).size, 0);
  }));

Deno.test("a name is taken however its letters are written", () =>
  withGroups(async ({ groups }) => {
    await groups.create(CLERKS, ADA);
    await assert.rejects(
      groups.create({ name: " Clerks ", permissions: [] }, ADA),
      (error) => error instanceof Invalid && "name" in error.fields,
    );
    for (const name of ["", "a/b", "x".repeat(51), "-a", "50%"]) {
      await assert.rejects(
        groups.create({ name, permissions: [] }, ADA),
        Invalid,
        name,
      );
    }
  }));

Deno.test("a group with users stays, and says how many they are", () =>
  withGroups(async ({ groups, members }) => {
    await groups.create(CLERKS, ADA);
    members.clerks = 2;
    await assert.rejects(
      groups.remove("clerks", ADA),
      new Conflict(
        "The group clerks has 2 users. Take them out of it first.",
      ),
    );
    assert.equal((await groups.list()).length, 1);
  }));

Deno.test("the groups that the site needs cannot be removed", () =>
  withGroups(async ({ groups }) => {
    for (const name of ["owner", "administrator"]) {
      await groups.load([{
        name,
        permissions: [...ADMINISTRATOR_PERMISSIONS],
      }]);
      await assert.rejects(groups.remove(name, ADA), Conflict);
    }
  }));

Deno.test("the administrators keep their permissions, by form and by fixture", () =>
  withGroups(async ({ groups }) => {
    const permissions = [...ADMINISTRATOR_PERMISSIONS];
    await groups.load([{ name: "administrator", permissions }]);
    for (const lost of ADMINISTRATOR_PERMISSIONS) {
      const rest = permissions.filter((each) => each !== lost);
      const robbed = { permissions: rest };
      await assert.rejects(
        groups.update("administrator", robbed, ADA),
        Conflict,
      );
      await assert.rejects(
        groups.load([{ name: "administrator", permissions: rest }]),
        Conflict,
      );
    }
    const more = { permissions: [...permissions, "mailings.own"] };
    await groups.update("administrator", more, ADA);
  }));

Deno.test("a site that has groups keeps its own at the next start", () =>
  withGroups(async ({ groups }) => {
    await groups.loadFirst([{ name: "clerks", permissions: ["users.view"] }]);
    await groups.update("clerks", { permissions: [] }, ADA);
    await groups.loadFirst([{ name: "clerks", permissions: ["users.view"] }]);
    assert.deepEqual(await groups.list(), [{
      name: "clerks",
      permissions: [],
    }]);
  }));

Deno.test("every change of a group is written down, and no failed one", () =>
  withGroups(async ({ groups, audit, members, pass }) => {
    await groups.create(CLERKS, ADA);
    pass(1);
    await groups.update("clerks", { permissions: [] }, ADA);
    pass(1);
    members.clerks = 1;
    await assert.rejects(groups.remove("clerks", ADA));
    members.clerks = 0;
    await groups.remove("clerks", ADA);
    const { items } = await audit.list();
    assert.deepEqual(
      items.map(({ act, by, on, note }) => [act, by.name, on.name, note ?? ""]),
      [
        ["group.deleted", "Ada", "clerks", ""],
        ["group.changed", "Ada", "clerks", ""],
        ["group.created", "Ada", "clerks", "users.view"],
      ],
    );
  }));

Deno.test("nobody gives a permission that they do not hold, by a group or by membership", () =>
  withGroups(async ({ groups, store }) => {
    await groups.create(
      { name: "clerks", permissions: ["groups.manage", "users.view"] },
      ADA,
    );
    await groups.create({ name: "wipers", permissions: ["users.delete"] }, ADA);
    const clerk = { ...ADA, id: "clerk", groups: ["clerks"] };
    const more = {
      permissions: ["groups.manage", "users.view", "users.delete"],
    };
    await assert.rejects(groups.update("clerks", more, clerk), Conflict);
    await assert.rejects(
      groups.create({ name: "new", permissions: ["system.view"] }, clerk),
      Conflict,
    );
    const join = (name: string) =>
      store.transact((tx) => groups.assertGivable([name], clerk, tx));
    await assert.rejects(join("wipers"), Conflict);
    await join("clerks");
    await groups.create(
      { name: "readers", permissions: ["users.view"] },
      clerk,
    );
    assert.deepEqual((await groups.get("clerks")).permissions.length, 2);
  }));

Deno.test("a name that looks like another group's is taken", () =>
  withGroups(async ({ groups }) => {
    await groups.create(CLERKS, ADA);
    for (
      const name of ["сlerks", "c1erks", "cler ks", "ｃlerks", "cler\u3164ks"]
    ) {
      await assert.rejects(
        groups.create({ name, permissions: [] }, ADA),
        (error) => error instanceof Invalid && "name" in error.fields,
        name,
      );
    }
  }));
