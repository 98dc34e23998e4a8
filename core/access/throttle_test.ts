import assert from "node:assert/strict";
import { Conflict } from "../errors.ts";
import { dump, MINUTE, withStore } from "./test_store.ts";
import { type Subject, Throttle } from "./throttle.ts";

const anna: Subject = { kind: "password", of: "anna@example.com" };
const office: Subject = { kind: "passwordFrom", of: "192.0.2.7" };

async function count(
  throttle: Throttle,
  times: number,
  ...subjects: Subject[]
) {
  for (let time = 0; time < times; time++) await throttle.count(...subjects);
}

function refusal(message: string) {
  return (error: unknown) =>
    error instanceof Conflict && error.message === message;
}

Deno.test("a stranger's tries beyond the limit wait longer each time", () =>
  withStore(async ({ store, pass }) => {
    const throttle = new Throttle(store);
    await count(throttle, 10, anna);
    for (const minutes of [1, 2, 4, 8, 15, 15]) {
      const time = minutes === 1 ? "a minute" : `${minutes} minutes`;
      await assert.rejects(
        throttle.count(anna),
        refusal(`Too many tries. Try again in ${time}.`),
      );
      pass(minutes * MINUTE);
      await throttle.count(anna);
    }
  }));

Deno.test("tries are free again after the window though the database still holds them", () =>
  withStore(async ({ store, kv, pass }) => {
    const throttle = new Throttle(store);
    await count(throttle, 50, office);
    await assert.rejects(throttle.count(office), Conflict);
    pass(15 * MINUTE);
    assert.notEqual(await dump(kv), "");
    await count(throttle, 50, office);
    await assert.rejects(throttle.count(office), Conflict);
  }));

Deno.test("tries at once are all counted", () =>
  withStore(async ({ store }) => {
    const throttle = new Throttle(store);
    const tries = Array.from({ length: 15 }, () => throttle.count(anna));
    const results = await Promise.allSettled(tries);
    const free = results.filter(({ status }) => status === "fulfilled");
    assert.ok(free.length <= 10, `${free.length} tries`);
    await assert.rejects(count(throttle, 11 - free.length, anna), Conflict);
  }));

Deno.test("a try refused for one subject is not counted for another", () =>
  withStore(async ({ store }) => {
    const throttle = new Throttle(store);
    await count(throttle, 10, anna);
    for (let time = 0; time < 60; time++) {
      await assert.rejects(throttle.count(anna, office), Conflict);
    }
    await throttle.count(office);
  }));

Deno.test("a network's limit holds over many addresses", () =>
  withStore(async ({ store }) => {
    const throttle = new Throttle(store);
    for (let n = 0; n < 50; n++) {
      await throttle.count(
        { kind: "password", of: `${n}@example.com` },
        office,
      );
    }
    await assert.rejects(
      throttle.count({ kind: "password", of: "fresh@example.com" }, office),
      Conflict,
    );
  }));

Deno.test("forgetting a subject makes all its tries free again", () =>
  withStore(async ({ store }) => {
    const throttle = new Throttle(store);
    await count(throttle, 10, anna);
    await throttle.forget(anna);
    await count(throttle, 10, anna);
  }));

Deno.test("a try given back can be used again, and none beyond it", () =>
  withStore(async ({ store }) => {
    const throttle = new Throttle(store);
    await throttle.giveBack(anna);
    await throttle.count(anna);
    await throttle.giveBack(anna);
    await throttle.giveBack(anna);
    await count(throttle, 10, anna);
    await throttle.giveBack(anna);
    await throttle.count(anna);
    await assert.rejects(throttle.count(anna), Conflict);
  }));

Deno.test("what strangers type is not kept", () =>
  withStore(async ({ store, kv }) => {
    await new Throttle(store).count(anna);
    assert.ok(!(await dump(kv)).includes("anna"));
  }));
