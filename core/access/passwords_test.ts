import assert from "node:assert/strict";
import { Conflict } from "../errors.ts";
import { createPasswords } from "./passwords.ts";

const cheap = { cost: { N: 16, r: 1, p: 1 } };

Deno.test("a password verifies against its own hash alone", async () => {
  const passwords = createPasswords(cheap);
  const hash = await passwords.hash("correct horse");
  assert.equal(await passwords.verify("correct horse", hash), true);
  assert.equal(await passwords.verify("correct hors", hash), false);
});

Deno.test("the same password never hashes to the same text", async () => {
  const passwords = createPasswords(cheap);
  assert.notEqual(
    await passwords.hash("correct horse"),
    await passwords.hash("correct horse"),
  );
});

Deno.test("a hash names its own cost, so it verifies after the cost is raised", async () => {
  const hash = await createPasswords(cheap).hash("correct horse");
  assert.match(hash, /^\$scrypt\$ln=4,r=1,p=1\$/);
  const raised = createPasswords({ cost: { N: 32, r: 1, p: 1 } });
  assert.equal(await raised.verify("correct horse", hash), true);
  assert.equal(raised.isOutdated(hash), true);
  assert.equal(raised.isOutdated(await raised.hash("correct horse")), false);
});

Deno.test("letters typed composed and decomposed are the same password", async () => {
  const passwords = createPasswords(cheap);
  const hash = await passwords.hash("мой пароль".normalize("NFC"));
  assert.equal(
    await passwords.verify("мой пароль".normalize("NFD"), hash),
    true,
  );
});

Deno.test("nobody has a password without a hash", async () => {
  const passwords = createPasswords(cheap);
  assert.equal(await passwords.verify("", undefined), false);
  assert.equal(await passwords.verify("", ""), false);
});

Deno.test("a missing hash costs as much time as a wrong password", async () => {
  const passwords = createPasswords({ cost: { N: 2 ** 14, r: 8, p: 1 } });
  const hash = await passwords.hash("correct horse");
  const wrong = Math.min(
    await timed(() => passwords.verify("wrong", hash)),
    await timed(() => passwords.verify("wrong", hash)),
    await timed(() => passwords.verify("wrong", hash)),
  );
  const missing = await timed(() => passwords.verify("wrong", undefined));
  assert.ok(missing > wrong / 4, `${missing} ms against ${wrong} ms`);
});

Deno.test("the thirty-fifth password at once is refused", async () => {
  const passwords = createPasswords({ cost: { N: 1024, r: 8, p: 1 } });
  const hashes = Array.from({ length: 34 }, () => passwords.hash("a password"));
  await assert.rejects(
    passwords.verify("a password", undefined),
    (error) =>
      error instanceof Conflict &&
      error.message ===
        "Too many people are signing in right now. Try again in a minute.",
  );
  await Promise.all(hashes);
});

Deno.test("the default cost is within the memory that scrypt may use", async () => {
  const hash = await createPasswords().hash("correct horse");
  assert.match(hash, /^\$scrypt\$ln=17,r=8,p=1\$/);
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
