import assert from "node:assert/strict";
import { HOUR } from "../access/test_store.ts";
import { Conflict, Invalid } from "../errors.ts";
import {
  ANNA,
  confirmedAnna,
  mailedToken,
  OWN,
  withUsers,
} from "./test_users.ts";

const NEXT = "another long secret";

function about(field: string) {
  return (error: unknown) =>
    error instanceof Invalid && Object.keys(error.fields).join() === field;
}

Deno.test("a mailed link sets a new password, and the old one works no more", () =>
  withUsers(async ({ users, mails }) => {
    await confirmedAnna({ users, mails });
    await users.requestPasswordReset(ANNA.email);
    await users.resetPassword(mailedToken(mails, "reset"), NEXT);
    await assert.rejects(users.signIn(ANNA.email, ANNA.password), Invalid);
    assert.ok(await users.signIn(ANNA.email, NEXT));
    assert.equal(mails.at(-1)?.subject, "Your password was changed");
  }));

Deno.test("asking to reset the password of an unknown address says and sends nothing", () =>
  withUsers(async ({ users, mails }) => {
    assert.equal(await users.requestPasswordReset("no@example.com"), undefined);
    assert.deepEqual(mails, []);
  }));

Deno.test("a reset link works once and for an hour", () =>
  withUsers(async ({ users, mails, pass }) => {
    await confirmedAnna({ users, mails });
    await users.requestPasswordReset(ANNA.email);
    const used = mailedToken(mails, "reset");
    await users.resetPassword(used, NEXT);
    await assert.rejects(users.resetPassword(used, NEXT), Conflict);
    await users.requestPasswordReset(ANNA.email);
    const old = mailedToken(mails, "reset");
    pass(HOUR);
    assert.equal(await users.mayResetPassword(old), false);
    await assert.rejects(users.resetPassword(old, NEXT), Conflict);
  }));

Deno.test("a reset link survives a password that is too short", () =>
  withUsers(async ({ users, mails }) => {
    await confirmedAnna({ users, mails });
    await users.requestPasswordReset(ANNA.email);
    const token = mailedToken(mails, "reset");
    await assert.rejects(
      users.resetPassword(token, "short"),
      about("password"),
    );
    assert.ok(await users.resetPassword(token, NEXT));
  }));

Deno.test("resetting the password ends every session, even one about to start", () =>
  withUsers(async ({ users, mails, sessions }) => {
    const user = await confirmedAnna({ users, mails });
    const { token } = await sessions.start(user);
    await users.requestPasswordReset(ANNA.email);
    const fresh = await users.resetPassword(mailedToken(mails, "reset"), NEXT);
    assert.equal(await sessions.find(token), undefined);
    const late = await sessions.start(user);
    assert.equal(await users.userOf(late.token), undefined);
    const own = await sessions.start(fresh);
    assert.equal((await users.userOf(own.token))?.id, user.id);
  }));

Deno.test("resetting the password confirms the address too", () =>
  withUsers(async ({ users, mails }) => {
    await users.register(ANNA);
    const confirmation = mailedToken(mails, "confirm");
    await users.requestPasswordReset(ANNA.email);
    await users.resetPassword(mailedToken(mails, "reset"), NEXT);
    assert.ok((await users.signIn(ANNA.email, NEXT)).confirmedAt);
    await assert.rejects(users.confirm(confirmation, OWN), Conflict);
  }));

Deno.test("resetting the password makes the address's tries free again", () =>
  withUsers(async ({ users, mails }) => {
    await confirmedAnna({ users, mails });
    for (let n = 0; n < 10; n++) {
      await assert.rejects(users.signIn(ANNA.email, "wrong"), Invalid);
    }
    await users.requestPasswordReset(ANNA.email);
    await users.resetPassword(mailedToken(mails, "reset"), NEXT);
    assert.ok(await users.signIn(ANNA.email, NEXT));
  }));

Deno.test("changing the password takes the present one and ends the other sessions", () =>
  withUsers(async ({ users, mails, sessions }) => {
    const user = await confirmedAnna({ users, mails });
    const { token } = await sessions.start(user);
    const wrong = users.changePassword(user, "wrong", NEXT);
    await assert.rejects(wrong, about("current"));
    const short = users.changePassword(user, ANNA.password, "short");
    await assert.rejects(short, about("next"));
    assert.ok(await users.userOf(token));
    const changed = await users.changePassword(user, ANNA.password, NEXT);
    assert.equal(await users.userOf(token), undefined);
    const own = await sessions.start(changed);
    assert.ok(await users.userOf(own.token));
    assert.equal(mails.at(-1)?.subject, "Your password was changed");
  }));

Deno.test("changing the password ends a reset link that is still out", () =>
  withUsers(async ({ users, mails }) => {
    const user = await confirmedAnna({ users, mails });
    await users.requestPasswordReset(ANNA.email);
    const token = mailedToken(mails, "reset");
    await users.changePassword(user, ANNA.password, NEXT);
    await assert.rejects(users.resetPassword(token, ANNA.password), Conflict);
  }));

Deno.test("whoever found an open browser cannot guess the password there", () =>
  withUsers(async ({ users, mails }) => {
    const user = await confirmedAnna({ users, mails });
    for (let n = 0; n < 10; n++) {
      await assert.rejects(users.changePassword(user, "wrong", NEXT), Invalid);
    }
    const tried = users.changePassword(user, ANNA.password, NEXT);
    await assert.rejects(tried, Conflict);
  }));

Deno.test("a change of password that a reset overtakes changes nothing", () =>
  withUsers(async ({ users, mails, meanwhile }) => {
    const user = await confirmedAnna({ users, mails });
    await users.requestPasswordReset(ANNA.email);
    const link = mailedToken(mails, "reset");
    meanwhile(() => users.resetPassword(link, NEXT));
    const overtaken = users.changePassword(
      user,
      ANNA.password,
      "a stolen secret",
    );
    await assert.rejects(overtaken, Conflict);
    assert.ok(await users.signIn(ANNA.email, NEXT));
  }));

for (const weak of ["1234567890", " ".repeat(10), `${ANNA.name} 2026`]) {
  Deno.test(`nobody changes or resets a password to ${JSON.stringify(weak)}`, () =>
    withUsers(async ({ users, mails }) => {
      const user = await confirmedAnna({ users, mails });
      await assert.rejects(
        users.changePassword(user, ANNA.password, weak),
        about("next"),
      );
      await users.requestPasswordReset(ANNA.email);
      const link = mailedToken(mails, "reset");
      await assert.rejects(users.resetPassword(link, weak), about("password"));
      await users.resetPassword(link, NEXT);
      assert.ok(await users.signIn(ANNA.email, NEXT));
    }));
}
