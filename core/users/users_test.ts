import assert from "node:assert/strict";
import { Conflict, Invalid, NotFound } from "../errors.ts";
import { ANNA, confirmedAnna, mailedToken, withUsers } from "./test_users.ts";

const MANAGER = {
  email: "mira@example.com",
  name: "Mira",
  password: "a manager's secret",
  timeZone: "UTC",
  groups: ["owner", "manager"],
};

Deno.test("a user can be made confirmed and in groups", () =>
  withUsers(async ({ users, mails }) => {
    const user = await users.create(MANAGER);
    assert.deepEqual(user.groups, ["owner", "manager"]);
    assert.deepEqual(await users.signIn(MANAGER.email, MANAGER.password), user);
    assert.deepEqual(mails, []);
  }));

Deno.test("a user cannot be made of an address in use or with a group that cannot be", () =>
  withUsers(async ({ users }) => {
    await users.create(MANAGER);
    await assert.rejects(
      users.create(MANAGER),
      (error) =>
        error instanceof Conflict &&
        error.message === "mira@example.com has an account already.",
    );
    const odd = { ...MANAGER, email: "b@example.com", groups: ["a/king"] };
    await assert.rejects(users.create(odd), Invalid);
  }));

Deno.test("people change their name and time zone, and nothing else", () =>
  withUsers(async ({ users }) => {
    const user = await users.create(MANAGER);
    const changed = await users.updateProfile(user, {
      name: " Mira K. ",
      timeZone: "Asia/Tokyo",
      groups: ["administrator"],
      email: "thief@example.com",
    });
    const expected = { ...user, name: "Mira K.", timeZone: "Asia/Tokyo" };
    assert.deepEqual(changed, expected);
    assert.deepEqual(await users.get(user.id), expected);
  }));

Deno.test("a language can be chosen, and the choice taken back", () =>
  withUsers(async ({ users }) => {
    const user = await users.create(MANAGER);
    const { name, timeZone } = user;
    const profile = { name, timeZone };
    const chosen = await users.updateProfile(user, {
      ...profile,
      language: "ru",
    });
    assert.equal(chosen.language, "ru");
    assert.deepEqual(await users.updateProfile(chosen, profile), user);
    const unknown = { ...profile, language: "de" };
    await assert.rejects(users.updateProfile(user, unknown), Invalid);
  }));

Deno.test("users are listed page by page, newest first", () =>
  withUsers(async ({ users, pass }) => {
    for (const letter of ["a", "b", "c"]) {
      await users.create({ ...MANAGER, email: `${letter}@example.com` });
      pass(1);
    }
    const first = await users.list({ limit: 2 });
    assert.deepEqual(first.items.map(({ email }) => email[0]), ["c", "b"]);
    assert.ok(first.next);
    const second = await users.list({ limit: 2, cursor: first.next });
    assert.deepEqual(second.items.map(({ email }) => email[0]), ["a"]);
  }));

Deno.test("deleting an account takes the password", () =>
  withUsers(async ({ users, mails }) => {
    const user = await confirmedAnna({ users, mails });
    await assert.rejects(
      users.markDeleted(user, "wrong"),
      (error) => error instanceof Invalid && "password" in error.fields,
    );
    assert.equal((await users.get(user.id)).deletedAt, undefined);
  }));

Deno.test("a deleted user is signed out, unlisted and cannot sign in or reset", () =>
  withUsers(async ({ users, mails, sessions }) => {
    const user = await confirmedAnna({ users, mails });
    const { token } = await sessions.start(user);
    await users.requestPasswordReset(ANNA.email);
    const reset = mailedToken(mails, "reset");
    await users.markDeleted(user, ANNA.password);
    assert.equal(await users.userOf(token), undefined);
    const late = await sessions.start({ ...user, epoch: user.epoch + 1 });
    assert.equal(await users.userOf(late.token), undefined);
    assert.equal(await users.findByEmail(ANNA.email), undefined);
    assert.deepEqual((await users.list({ limit: 10 })).items, []);
    await assert.rejects(users.signIn(ANNA.email, ANNA.password), Invalid);
    await assert.rejects(users.resetPassword(reset, "a new secret"), Conflict);
    assert.equal(mails.at(-1)?.subject, "Your account was deleted");
  }));

Deno.test("deleting an account frees its address for another", () =>
  withUsers(async ({ users, mails }) => {
    const old = await confirmedAnna({ users, mails });
    await users.markDeleted(old, ANNA.password);
    const user = await confirmedAnna({ users, mails });
    assert.notEqual(user.id, old.id);
    await users.forget(old.id);
    assert.equal((await users.signIn(ANNA.email, ANNA.password)).id, user.id);
  }));

Deno.test("a deleted user waits for the purge until forgotten", () =>
  withUsers(async ({ users, mails, sessions }) => {
    const user = await confirmedAnna({ users, mails });
    await users.markDeleted(user, ANNA.password);
    const late = await sessions.start(user);
    const waiting = await users.awaitingPurge(10);
    assert.deepEqual(waiting.map(({ id }) => id), [user.id]);
    await users.forget(user.id);
    await users.forget(user.id);
    assert.deepEqual(await users.awaitingPurge(10), []);
    assert.equal(await sessions.find(late.token), undefined);
    await assert.rejects(users.get(user.id), NotFound);
  }));

Deno.test("a user who was not deleted is not forgotten", () =>
  withUsers(async ({ users, mails }) => {
    const user = await confirmedAnna({ users, mails });
    await assert.rejects(users.forget(user.id), Conflict);
    assert.deepEqual(await users.find(user.id), user);
  }));
