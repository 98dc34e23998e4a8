import assert from "node:assert/strict";
import {
  DELIVERED,
  type TestDelivery,
  withDelivery,
} from "../delivery/test_delivery.ts";
import { Conflict, Forbidden, NotFound } from "../errors.ts";
import type { User } from "../users/user.ts";

/** A site with groups and a manager. */
interface World extends TestDelivery {
  manager: User;
  /** Makes somebody else. */
  somebody(name: string, groups: string[]): Promise<User>;
}

function withManager(test: (world: World) => Promise<void>): Promise<void> {
  return withDelivery(async (world) => {
    const { core } = world;
    await core.groups.load([
      { name: "owner", permissions: ["mailings.own"] },
      {
        name: "manager",
        permissions: [
          "mailings.view_any",
          "mailings.switch_off",
          "users.view",
          "users.block",
        ],
      },
    ]);
    const somebody = (name: string, groups: string[]) =>
      core.users.create({
        email: `${name.toLowerCase()}@sendoff.example`,
        name,
        password: "correct horse",
        timeZone: "UTC",
        groups,
      });
    const manager = await somebody("Marta", ["manager"]);
    await test({ ...world, manager, somebody });
  }, { inFlight: 1 });
}

Deno.test("what is seen of a user holds no secret", () =>
  withManager(async ({ core, owner }) => {
    const { user, clients, mailings } = await core.oversight.users
      .get(owner.id);
    assert.deepEqual(Object.keys(user).sort(), [
      "confirmedAt",
      "createdAt",
      "email",
      "groups",
      "id",
      "name",
      "timeZone",
    ]);
    assert.deepEqual([clients, mailings], [0, 0]);
  }));

Deno.test("what is seen of a mailing names no client and no list", () =>
  withManager(async ({ core, owner, addClients }) => {
    await addClients(1);
    const own = core.mailings.of(owner.id);
    const { items: [client] } = await core.clients.of(owner.id).list();
    const audiences = [
      { kind: "chosen", clientIds: [client!.id] },
      { kind: "search", query: "anna client1@example.com" },
    ];
    for (const audience of audiences) {
      const made = await own.create({ name: "News", audience }, {
        launch: false,
      });
      const { mailing } = await core.oversight.mailings.get(made);
      const seen = JSON.stringify(mailing);
      assert.ok(!seen.includes("listId") && !seen.includes("@"), seen);
    }
  }));

Deno.test("switching off halts a run, switching on lets it go on, and both are written down", () =>
  withManager(async (world) => {
    const { core, transport, addClients, launch, manager, pass } = world;
    await addClients(100);
    const mailing = await launch();
    const { mailings } = core.oversight;
    let isOff = false;
    transport.answer = async () => {
      if (!isOff && transport.delivered.length >= 5) {
        isOff = true;
        await mailings.switchOff(mailing, { reason: "Spam.", by: manager });
      }
      await new Promise((resolve) => setTimeout(resolve, 3));
      return DELIVERED;
    };
    await core.delivery.run();
    const sent = transport.delivered.length;
    assert.ok(sent < 60, `${sent} went out`);
    await core.delivery.run();
    assert.equal(transport.delivered.length, sent);
    pass(1_000);
    await mailings.switchOn(mailing, { by: manager });
    await core.delivery.run();
    assert.equal(transport.delivered.length, 100);
    const { items } = await core.audit.list();
    assert.deepEqual(items.map(({ act, note, by }) => [act, note, by.name]), [
      ["mailing.switched_on", undefined, "Marta"],
      ["mailing.switched_off", "Spam.", "Marta"],
    ]);
  }));

Deno.test("a mailing that repeats goes on repeating if it was off while its run ended", () =>
  withManager(async ({ core, transport, addClients, launch, manager: by }) => {
    await addClients(1);
    const mailing = await launch({ repeat: "daily" });
    const { mailings } = core.oversight;
    transport.answer = async () => {
      await mailings.switchOff(mailing, { reason: "Spam.", by });
      return DELIVERED;
    };
    await core.delivery.run();
    await core.delivery.run();
    await mailings.switchOn(mailing, { by });
    await core.delivery.run();
    const { mailing: { status, nextDueAt } } = await mailings.get(mailing);
    assert.equal(status, "scheduled");
    assert.deepEqual(nextDueAt, new Date("2026-03-02T12:00:00Z"));
  }));

Deno.test("a refused switch leaves nothing in the journal", () =>
  withManager(async ({ core, addClients, launch, manager }) => {
    await addClients(1);
    const mailing = await launch();
    await assert.rejects(
      core.oversight.mailings.switchOn(mailing, { by: manager }),
      Conflict,
    );
    assert.deepEqual((await core.audit.list()).items, []);
  }));

Deno.test("an owner is blocked and let in again, and both are written down", () =>
  withManager(async ({ core, owner, manager, pass }) => {
    const { users } = core.oversight;
    await users.block(owner.id, { reason: "Bought lists.", by: manager });
    const { user } = await users.get(owner.id);
    assert.equal(user.blocked?.reason, "Bought lists.");
    await assert.rejects(
      users.block(owner.id, { reason: "Again.", by: manager }),
      Conflict,
    );
    pass(1_000);
    await users.unblock(owner.id, { by: manager });
    await assert.rejects(users.unblock(owner.id, { by: manager }), Conflict);
    const { items } = await core.audit.list();
    assert.deepEqual(items.map(({ act, note }) => [act, note]), [
      ["user.unblocked", undefined],
      ["user.blocked", "Bought lists."],
    ]);
  }));

Deno.test("nobody blocks themselves, a manager or an administrator", () =>
  withManager(async ({ core, manager, somebody }) => {
    await core.groups.load([{
      name: "night shift",
      permissions: ["users.block"],
    }]);
    const others = [
      manager,
      await somebody("Mina", ["owner", "manager"]),
      await somebody("Nils", ["night shift"]),
      await somebody("Ada", ["administrator"]),
    ];
    for (const { id, name } of others) {
      await assert.rejects(
        core.oversight.users.block(id, { reason: "Why not.", by: manager }),
        (error) => error instanceof Conflict || error instanceof Forbidden,
        name,
      );
      assert.equal((await core.users.get(id)).blocked, undefined);
    }
  }));

Deno.test("users are found by name, address and state", () =>
  withManager(async ({ core, owner, manager, somebody }) => {
    await somebody("Marinov", ["owner"]);
    const { users } = core.oversight;
    await users.block(owner.id, { reason: "Spam.", by: manager });
    const names = async (
      page: Omit<Parameters<typeof users.list>[0], "limit">,
    ) =>
      (await users.list({ ...page, limit: 9 })).items
        .map(({ user }) => user.name).sort();
    assert.deepEqual(await names({ search: "mar" }), ["Marinov", "Marta"]);
    assert.deepEqual(await names({ search: "owner@ex" }), ["Harbour Books"]);
    assert.deepEqual(await names({ state: "blocked" }), ["Harbour Books"]);
    assert.deepEqual(await names({ state: "unconfirmed" }), []);
    assert.deepEqual(await names({ state: "active", search: "harb" }), []);
  }));

Deno.test("a deleted account is no user any more, and its mailings have no owner", () =>
  withManager(async ({ core, owner, addClients, launch, manager }) => {
    await addClients(1);
    const mailing = await launch();
    await core.users.markDeleted(owner, "correct horse");
    const { users, mailings } = core.oversight;
    await assert.rejects(users.get(owner.id), NotFound);
    await assert.rejects(
      users.block(owner.id, { reason: "Spam.", by: manager }),
      NotFound,
    );
    assert.equal((await mailings.get(mailing)).owner, undefined);
  }));
