import assert from "node:assert/strict";
import { DAY, MINUTE } from "../access/test_store.ts";
import { Conflict, Invalid } from "../errors.ts";
import { NotConfirmed } from "./sign_in.ts";
import { ANNA, confirmedAnna, mailedToken, withUsers } from "./test_users.ts";

const WRONG = "The e-mail address or the password is wrong.";

function saying(pattern: RegExp) {
  return (error: unknown) =>
    error instanceof Invalid && pattern.test(error.fields[""] ?? "");
}

Deno.test("a user signs in by e-mail, however it is typed", () =>
  withUsers(async ({ users, mails }) => {
    const user = await confirmedAnna({ users, mails });
    const signedIn = await users.signIn(" ANNA@example.com", ANNA.password);
    assert.deepEqual(signedIn, user);
  }));

Deno.test("a wrong password and an unknown address get the same answer", () =>
  withUsers(async ({ users, mails }) => {
    await confirmedAnna({ users, mails });
    const same = saying(new RegExp(`^${WRONG}$`));
    await assert.rejects(users.signIn(ANNA.email, "wrong"), same);
    await assert.rejects(users.signIn("nobody@example.com", "wrong"), same);
  }));

Deno.test("the hasher works for an unknown address too", () =>
  withUsers(async ({ users, compared }) => {
    await assert.rejects(users.signIn("nobody@example.com", "wrong"), Invalid);
    assert.equal(compared(), 1);
  }));

Deno.test("an unconfirmed user is told to open the mail, given the right password", () =>
  withUsers(async ({ users }) => {
    await users.register(ANNA);
    await assert.rejects(
      users.signIn(ANNA.email, ANNA.password),
      (error) => error instanceof NotConfirmed && saying(/mail/)(error),
    );
    await assert.rejects(users.signIn(ANNA.email, "wrong"), saying(/is wrong/));
  }));

Deno.test("a blocked user is told why, given the right password", () =>
  withUsers(async ({ users, mails }) => {
    const user = await confirmedAnna({ users, mails });
    await users.block(user.id, "Mailings to people who did not ask.");
    await assert.rejects(
      users.signIn(ANNA.email, ANNA.password),
      saying(/blocked.*people who did not ask/),
    );
    await assert.rejects(users.signIn(ANNA.email, "wrong"), saying(/is wrong/));
    await users.unblock(user.id);
    assert.equal((await users.signIn(ANNA.email, ANNA.password)).id, user.id);
  }));

Deno.test("a stranger who tries passwords has to wait, ever longer, and the owner is told once", () =>
  withUsers(async ({ users, mails, compared, pass }) => {
    await confirmedAnna({ users, mails });
    const before = compared();
    const sent = mails.length;
    for (let n = 0; n < 10; n++) {
      await assert.rejects(users.signIn(ANNA.email, "wrong"), Invalid);
    }
    const refused = (time: string) => (error: unknown) =>
      error instanceof Conflict &&
      error.message === `Too many tries. Try again in ${time}.`;
    await assert.rejects(
      users.signIn(ANNA.email, ANNA.password),
      refused("a minute"),
    );
    assert.equal(compared() - before, 10);
    pass(MINUTE);
    await assert.rejects(users.signIn(ANNA.email, "wrong"), Invalid);
    await assert.rejects(
      users.signIn(ANNA.email, ANNA.password),
      refused("2 minutes"),
    );
    assert.equal(mails.length, sent + 1);
    assert.match(mails.at(-1)?.subject ?? "", /tries passwords/);
    pass(2 * MINUTE);
    assert.ok(await users.signIn(ANNA.email, ANNA.password));
  }));

Deno.test("a browser that somebody signed in with before always lets them in", () =>
  withUsers(async ({ users, mails }) => {
    const { id } = await confirmedAnna({ users, mails });
    for (let n = 0; n < 10; n++) {
      await assert.rejects(users.signIn(ANNA.email, "wrong"), Invalid);
    }
    const own = { devices: ["somebody else", id] };
    assert.ok(await users.signIn(ANNA.email, ANNA.password, own));
    const another = { devices: ["somebody else"] };
    await assert.rejects(
      users.signIn(ANNA.email, ANNA.password, another),
      Conflict,
    );
    for (let n = 0; n < 10; n++) {
      await assert.rejects(users.signIn(ANNA.email, "wrong", own), Invalid);
    }
    await assert.rejects(users.signIn(ANNA.email, "wrong", own), Conflict);
  }));

Deno.test("however often strangers ask for a new password, the last link in the mailbox is good", () =>
  withUsers(async ({ users, mails, pass }) => {
    await confirmedAnna({ users, mails });
    const sent = mails.length;
    for (let n = 0; n < 12; n++) {
      await users.requestPasswordReset(ANNA.email);
      pass(MINUTE);
    }
    // The confirmation was one of the five.
    assert.equal(mails.length, sent + 4);
    const link = mailedToken(mails, "reset");
    assert.ok(await users.resetPassword(link, "another long secret"));
  }));

Deno.test("signing in makes the tries of the address free again", () =>
  withUsers(async ({ users, mails }) => {
    await confirmedAnna({ users, mails });
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 9; n++) {
        await assert.rejects(users.signIn(ANNA.email, "wrong"), Invalid);
      }
      await users.signIn(ANNA.email, ANNA.password);
    }
  }));

Deno.test("one network cannot try address after address", () =>
  withUsers(async ({ users, mails }) => {
    await confirmedAnna({ users, mails });
    const ip = "192.0.2.7";
    for (let n = 0; n < 49; n++) {
      const tried = users.signIn(`a${n}@example.com`, "wrong", { ip });
      await assert.rejects(tried, Invalid);
    }
    // Those who know their password cost the office nothing.
    await users.signIn(ANNA.email, ANNA.password, { ip });
    await assert.rejects(
      users.signIn("b@example.com", "wrong", { ip }),
      Invalid,
    );
    const refused = users.signIn(ANNA.email, ANNA.password, { ip });
    await assert.rejects(refused, Conflict);
    await users.signIn(ANNA.email, ANNA.password, { ip: "192.0.2.8" });
  }));

Deno.test("signing in hashes the password anew once hashes cost more", () =>
  withUsers(async ({ users, mails, withCost }) => {
    const { passwordHash } = await confirmedAnna({ users, mails });
    const user = await withCost(32).signIn(ANNA.email, ANNA.password);
    assert.notEqual(user.passwordHash, passwordHash);
    assert.match(user.passwordHash, /ln=5,/);
    assert.deepEqual(await users.get(user.id), user);
    await users.signIn(ANNA.email, ANNA.password);
  }));

Deno.test("a session speaks for its user until it expires", () =>
  withUsers(async ({ users, mails, sessions, pass }) => {
    const user = await confirmedAnna({ users, mails });
    const { token } = await sessions.start(user);
    assert.deepEqual(await users.userOf(token), user);
    assert.equal(await users.userOf("made up"), undefined);
    pass(30 * DAY);
    assert.equal(await users.userOf(token), undefined);
  }));

Deno.test("a session speaks for nobody once its user is blocked, and not after either", () =>
  withUsers(async ({ users, mails, sessions }) => {
    const user = await confirmedAnna({ users, mails });
    const { token } = await sessions.start(user);
    await users.block(user.id, "Spam.");
    const late = await sessions.start(user);
    for (const stale of [token, late.token]) {
      assert.equal(await users.userOf(stale), undefined);
    }
    await users.unblock(user.id);
    for (const stale of [token, late.token]) {
      assert.equal(await users.userOf(stale), undefined);
    }
  }));

Deno.test("a session of an unconfirmed user speaks for nobody", () =>
  withUsers(async ({ users, sessions }) => {
    await users.register(ANNA);
    const user = await users.findByEmail(ANNA.email);
    assert.ok(user);
    const { token } = await sessions.start(user);
    assert.equal(await users.userOf(token), undefined);
  }));

Deno.test("a sign-in that a password reset overtakes starts no session", () =>
  withUsers(async ({ users, mails, sessions, meanwhile, withCost }) => {
    await confirmedAnna({ users, mails });
    await users.requestPasswordReset(ANNA.email);
    const link = mailedToken(mails, "reset");
    meanwhile(() => users.resetPassword(link, "another long secret"));
    const user = await withCost(32).signIn(ANNA.email, ANNA.password);
    const { token } = await sessions.start(user);
    assert.equal(await users.userOf(token), undefined);
    assert.ok(await users.signIn(ANNA.email, "another long secret"));
  }));

Deno.test("we write in the language of the page that somebody first signed in on", () =>
  withUsers(async ({ users, mails }) => {
    await users.create({ ...ANNA, groups: [] });
    for (const language of ["ru", "en"] as const) {
      await users.signIn(ANNA.email, ANNA.password, { language });
    }
    await users.requestPasswordReset(ANNA.email);
    assert.equal(mails.at(-1)?.subject, "Новый пароль");
  }));
