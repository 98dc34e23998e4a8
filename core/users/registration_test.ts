import assert from "node:assert/strict";
import { DAY } from "../access/test_store.ts";
import { Conflict, Invalid } from "../errors.ts";
import {
  ANNA,
  confirmedAnna,
  mailedToken,
  OWN,
  withUsers,
} from "./test_users.ts";

Deno.test("registering makes an unconfirmed owner and mails a link", () =>
  withUsers(async ({ users, mails }) => {
    await users.register({ ...ANNA, email: " Anna@Example.com " });
    const user = await users.findByEmail(ANNA.email);
    assert.equal(user?.confirmedAt, undefined);
    assert.deepEqual(user?.groups, ["owner"]);
    assert.notEqual(user?.passwordHash, ANNA.password);
    assert.equal(mails.length, 1);
    assert.deepEqual(mails[0]?.to, { address: ANNA.email, name: "" });
    assert.ok(mailedToken(mails, "confirm"));
  }));

Deno.test("a registration with mistakes is refused by field", () =>
  withUsers(async ({ users, mails }) => {
    await assert.rejects(
      users.register({ email: "anna", name: "", password: "short" }),
      (error) =>
        error instanceof Invalid &&
        Object.keys(error.fields).sort().join() === "email,name,password",
    );
    assert.deepEqual(mails, []);
  }));

Deno.test("nobody registers with a password that is tried first, or their own name for one", () =>
  withUsers(async ({ users, mails }) => {
    for (const password of ["1234567890", " ".repeat(10), `${ANNA.name} 1`]) {
      await assert.rejects(
        users.register({ ...ANNA, password }),
        (error) =>
          error instanceof Invalid &&
          Object.keys(error.fields).join() === "password",
        password,
      );
    }
    assert.deepEqual(mails, []);
  }));

const THIEF = { ...ANNA, name: "Thief", password: "a stolen secret" };

Deno.test("following the mailed link confirms the address", () =>
  withUsers(async ({ users, mails, sessions }) => {
    const user = await confirmedAnna({ users, mails });
    assert.ok(user.confirmedAt);
    const { token } = await sessions.start(user);
    assert.equal((await users.userOf(token))?.id, user.id);
  }));

Deno.test("a confirmation link works once", () =>
  withUsers(async ({ users, mails }) => {
    await confirmedAnna({ users, mails });
    await assert.rejects(
      users.confirm(mailedToken(mails, "confirm"), OWN),
      (error) =>
        error instanceof Conflict && /ask for a new link/.test(error.message),
    );
  }));

Deno.test("a confirmation link is too old after three days", () =>
  withUsers(async ({ users, mails, pass }) => {
    await users.register(ANNA);
    pass(3 * DAY);
    await assert.rejects(
      users.confirm(mailedToken(mails, "confirm"), OWN),
      Conflict,
    );
  }));

Deno.test("two registrations of one address at once make one user", () =>
  withUsers(async ({ users, mails }) => {
    await Promise.all([
      users.register(ANNA),
      users.register({ ...ANNA, name: "Another" }),
    ]);
    assert.equal((await users.list({ limit: 10 })).items.length, 1);
    const links = mails.map((_, index) =>
      mailedToken(mails.slice(0, index + 1), "confirm")
    );
    const results = await Promise.allSettled(
      links.map((link) => users.confirm(link, OWN)),
    );
    const good = results.filter(({ status }) => status === "fulfilled");
    assert.equal(good.length, 1);
  }));

Deno.test("registering a confirmed address changes nothing and tells its owner by mail", () =>
  withUsers(async ({ users, mails }) => {
    const user = await confirmedAnna({ users, mails });
    const again = { ...ANNA, name: "Thief", password: "another secret" };
    assert.equal((await users.register(again)).length > 20, true);
    assert.deepEqual(await users.get(user.id), user);
    assert.equal(mails.at(-1)?.to.address, ANNA.email);
    assert.match(mails.at(-1)?.body ?? "", /sendoff\.test\/sign-in/);
    assert.ok(await users.mayResetPassword(mailedToken(mails, "reset")));
  }));

Deno.test("whichever of two registrations came last, each link confirms its own alone", async () => {
  for (const order of ["thief first", "thief last"]) {
    await withUsers(async ({ users, mails }) => {
      const links: Record<string, string> = {};
      const people = order === "thief first" ? [THIEF, ANNA] : [ANNA, THIEF];
      for (const one of people) {
        await users.register(one);
        links[one.name] = mailedToken(mails, "confirm");
      }
      // The mailbox is Anna's: she may follow either link, and knows her own password alone.
      await assert.rejects(users.confirm(links[THIEF.name]!, OWN), Invalid);
      await assert.rejects(users.confirm(links[THIEF.name]!, {}), Invalid);
      const user = await users.confirm(links[ANNA.name]!, OWN);
      assert.equal(user.name, ANNA.name);
      assert.equal((await users.signIn(ANNA.email, ANNA.password)).id, user.id);
      await assert.rejects(users.signIn(ANNA.email, THIEF.password), Invalid);
      const theirs = { password: THIEF.password };
      await assert.rejects(users.confirm(links[THIEF.name]!, theirs), Conflict);
    });
  }
});

Deno.test("the browser that registered needs no password to confirm", () =>
  withUsers(async ({ users, mails }) => {
    const registration = await users.register(ANNA);
    const link = mailedToken(mails, "confirm");
    assert.ok(await users.isOwnRegistration(link, registration));
    assert.ok(!await users.isOwnRegistration(link, undefined));
    assert.ok(await users.confirm(link, { registration }));
  }));

Deno.test("a confirmation that is mailed again is of the registration that its browser knows", () =>
  withUsers(async ({ users, mails }) => {
    await users.register(THIEF);
    const registration = await users.register(ANNA);
    await users.resendConfirmation("ANNA@example.com", { registration });
    const link = mailedToken(mails, "confirm");
    const user = await users.confirm(link, { registration });
    assert.equal(user.name, ANNA.name);
  }));

Deno.test("asking for a confirmation of an unknown address sends nothing and says nothing", () =>
  withUsers(async ({ users, mails }) => {
    assert.equal(
      await users.resendConfirmation("nobody@example.com"),
      undefined,
    );
    assert.deepEqual(mails, []);
  }));

Deno.test("nobody can have an address flooded with our mails", () =>
  withUsers(async ({ users, mails }) => {
    await users.register(ANNA);
    for (let n = 0; n < 4; n++) await users.resendConfirmation(ANNA.email);
    await assert.rejects(users.resendConfirmation(ANNA.email), Conflict);
    await users.requestPasswordReset(ANNA.email);
    await assert.rejects(users.register(ANNA), Conflict);
    assert.equal(mails.length, 5);
  }));

Deno.test("one network cannot have mails sent to address after address", () =>
  withUsers(async ({ users, mails }) => {
    for (let n = 0; n < 30; n++) {
      await users.register({ ...ANNA, email: `a${n}@example.com` }, {
        ip: `2001:db8::${n}`,
      });
    }
    await assert.rejects(
      users.register(ANNA, { ip: "2001:db8::ff" }),
      Conflict,
    );
    assert.equal(mails.length, 30);
  }));

Deno.test("asking for a confirmation of a confirmed address mails how to sign in", () =>
  withUsers(async ({ users, mails }) => {
    await confirmedAnna({ users, mails });
    await users.resendConfirmation(ANNA.email);
    assert.equal(mails.at(-1)?.subject, "You have an account already");
  }));
