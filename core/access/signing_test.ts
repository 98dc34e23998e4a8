import assert from "node:assert/strict";
import fc from "fast-check";
import { Signing } from "./signing.ts";
import { withStore } from "./test_store.ts";

Deno.test("what was signed comes back whole, whatever the parts are", () =>
  withStore(async ({ store }) => {
    const signer = await new Signing(store).load();
    const parts = fc.array(fc.string({ unit: "grapheme" }));
    const long = fc.constant<string[]>(["я".repeat(5_000)]);
    fc.assert(fc.property(fc.oneof(parts, long), (given) => {
      const token = signer.sign("unsubscribe", given);
      assert.match(token, /^[\w-]+\.[\w-]+$/);
      assert.deepEqual(signer.verify("unsubscribe", token), given);
    }));
  }));

Deno.test("a token changed in any character is refused", () =>
  withStore(async ({ store }) => {
    const signer = await new Signing(store).load();
    const token = signer.sign("unsubscribe", ["owner", "client"]);
    for (let index = 0; index < token.length; index++) {
      const other = token[index] === "A" ? "B" : "A";
      const forged = token.slice(0, index) + other + token.slice(index + 1);
      assert.equal(signer.verify("unsubscribe", forged), undefined, forged);
    }
    for (const text of ["", ".", "a.b", `${token}.`, `${token}A`, "пись.мо"]) {
      assert.equal(signer.verify("unsubscribe", text), undefined, text);
    }
  }));

Deno.test("a token is bound to the purpose it was signed for", () =>
  withStore(async ({ store }) => {
    const signing = new Signing(store);
    const token = await signing.sign("unsubscribe", ["client"]);
    assert.equal(await signing.verify("subscribe", token), undefined);
    assert.deepEqual(await signing.verify("unsubscribe", token), ["client"]);
  }));

Deno.test("all who share a store sign with one key, even when they begin at once", () =>
  withStore(async ({ store }) => {
    const all = Array.from({ length: 5 }, () => new Signing(store));
    const tokens = await Promise.all(all.map((one) => one.sign("test", ["a"])));
    assert.equal(new Set(tokens).size, 1);
    assert.equal(await new Signing(store).sign("test", ["a"]), tokens[0]);
  }));

Deno.test("another store's tokens are refused", () =>
  withStore(({ store }) =>
    withStore(async (other) => {
      const token = await new Signing(other.store).sign("test", ["a"]);
      assert.equal(await new Signing(store).verify("test", token), undefined);
    })
  ));

Deno.test("a key that could not be read is read again at the next call", () =>
  withStore(async ({ store, kv }) => {
    const signing = new Signing(store);
    const get = kv.get;
    kv.get = () => Promise.reject(new TypeError("the disk is gone"));
    await assert.rejects(signing.sign("test", ["a"]), /the disk is gone/);
    kv.get = get;
    assert.ok(await signing.sign("test", ["a"]));
  }));
