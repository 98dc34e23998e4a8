import assert from "node:assert/strict";
import type { Store } from "../storage/mod.ts";
import { DAY, dump, HOUR, withStore } from "./test_store.ts";
import { type Purpose, Tokens } from "./tokens.ts";

function issue(store: Store, purpose: Purpose, userId = "anna") {
  return store.transact((tx) =>
    new Tokens(store).issue(purpose, { userId }, tx)
  );
}

function take(store: Store, purpose: Purpose, token: string) {
  return store.transact((tx) => new Tokens(store).take(purpose, token, tx));
}

Deno.test("a token is good once", () =>
  withStore(async ({ store }) => {
    const token = await issue(store, "confirm address");
    assert.equal(await take(store, "confirm address", token), "anna");
    assert.equal(await take(store, "confirm address", token), undefined);
  }));

Deno.test("of two who take a token at once, one gets it", () =>
  withStore(async ({ store }) => {
    const token = await issue(store, "reset password");
    const taken = await Promise.all([
      take(store, "reset password", token),
      take(store, "reset password", token),
    ]);
    assert.deepEqual(taken.filter(Boolean), ["anna"]);
  }));

Deno.test("a token stays good if what it permits fails", () =>
  withStore(async ({ store }) => {
    const token = await issue(store, "reset password");
    const failing = store.transact(async (tx) => {
      await new Tokens(store).take("reset password", token, tx);
      throw new Error("no");
    });
    await assert.rejects(failing, { message: "no" });
    assert.equal(await take(store, "reset password", token), "anna");
  }));

Deno.test("a token permits nothing but its purpose", () =>
  withStore(async ({ store }) => {
    const token = await issue(store, "confirm address");
    assert.equal(await take(store, "reset password", token), undefined);
    assert.equal(await take(store, "confirm address", token), "anna");
  }));

Deno.test("a new token ends the older one of the same purpose and user", () =>
  withStore(async ({ store }) => {
    const older = await issue(store, "reset password");
    const other = await issue(store, "confirm address");
    const newer = await issue(store, "reset password");
    assert.equal(await take(store, "reset password", older), undefined);
    assert.equal(await take(store, "reset password", newer), "anna");
    assert.equal(await take(store, "confirm address", other), "anna");
  }));

Deno.test("a token ends in time though the database still holds it", () =>
  withStore(async ({ store, kv, pass }) => {
    const reset = await issue(store, "reset password");
    const confirmation = await issue(store, "confirm address");
    pass(HOUR - 1);
    assert.equal(
      await new Tokens(store).holder("reset password", reset),
      "anna",
    );
    pass(1);
    assert.equal(await take(store, "reset password", reset), undefined);
    assert.match(await dump(kv), /reset password/);
    pass(3 * DAY - HOUR - 1);
    const tokens = new Tokens(store);
    assert.equal(await tokens.holder("confirm address", confirmation), "anna");
    pass(1);
    assert.equal(await take(store, "confirm address", confirmation), undefined);
    const again = await issue(store, "reset password");
    assert.equal(await take(store, "reset password", again), "anna");
  }));

Deno.test("revoking ends every token of one user alone", () =>
  withStore(async ({ store }) => {
    const reset = await issue(store, "reset password");
    const confirmation = await issue(store, "confirm address");
    const other = await issue(store, "reset password", "boris");
    await store.transact((tx) => new Tokens(store).revoke("anna", tx));
    assert.equal(await take(store, "reset password", reset), undefined);
    assert.equal(await take(store, "confirm address", confirmation), undefined);
    assert.equal(await take(store, "reset password", other), "boris");
  }));

Deno.test("a token is never stored in the clear", () =>
  withStore(async ({ store, kv }) => {
    const token = await issue(store, "reset password");
    assert.ok(!(await dump(kv)).includes(token));
  }));
