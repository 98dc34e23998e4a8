import assert from "node:assert/strict";
import { Sessions } from "./sessions.ts";
import { DAY, dump, withStore } from "./test_store.ts";

const anna = { id: "anna", epoch: 3 };

Deno.test("a session is found by the token that started it", () =>
  withStore(async ({ store }) => {
    const sessions = new Sessions(store);
    const { token } = await sessions.start(anna, { userAgent: "Firefox" });
    const session = await sessions.find(token);
    assert.equal(session?.userId, "anna");
    assert.equal(session.epoch, 3);
    assert.equal(session.userAgent, "Firefox");
    assert.equal(await sessions.find(`${token}x`), undefined);
  }));

Deno.test("a session's token is never stored in the clear", () =>
  withStore(async ({ store, kv }) => {
    const { token, session } = await new Sessions(store).start(anna);
    const stored = await dump(kv);
    assert.ok(stored.includes(session.id));
    assert.ok(!stored.includes(token));
    assert.match(token, /^[\w-]{43}$/);
  }));

Deno.test("a session ends after 30 days though the database still holds it", () =>
  withStore(async ({ store, kv, pass }) => {
    const sessions = new Sessions(store);
    const { token, session } = await sessions.start(anna);
    pass(30 * DAY);
    assert.equal(await sessions.find(token), undefined);
    assert.ok((await dump(kv)).includes(session.id));
  }));

Deno.test("using a session prolongs it, once a day at most", () =>
  withStore(async ({ store, pass }) => {
    const sessions = new Sessions(store);
    const { token, session } = await sessions.start(anna);
    pass(DAY - 1);
    assert.deepEqual(
      (await sessions.find(token))?.expiresAt,
      session.expiresAt,
    );
    pass(1);
    const renewed = session.expiresAt.getTime() + DAY;
    assert.equal((await sessions.find(token))?.expiresAt.getTime(), renewed);
    pass(29 * DAY + 1);
    assert.ok(await sessions.find(token));
  }));

Deno.test("an ended session is gone, and ending it again is no fault", () =>
  withStore(async ({ store }) => {
    const sessions = new Sessions(store);
    const { token } = await sessions.start(anna);
    await sessions.end(token);
    assert.equal(await sessions.find(token), undefined);
    await sessions.end(token);
  }));

Deno.test("ending all of a user's sessions leaves other users signed in", () =>
  withStore(async ({ store }) => {
    const sessions = new Sessions(store);
    const first = await sessions.start(anna);
    const second = await sessions.start(anna);
    const other = await sessions.start({ id: "boris", epoch: 0 });
    await sessions.endAll("anna");
    assert.equal(await sessions.find(first.token), undefined);
    assert.equal(await sessions.find(second.token), undefined);
    assert.ok(await sessions.find(other.token));
  }));
