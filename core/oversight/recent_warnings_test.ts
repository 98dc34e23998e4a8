import assert from "node:assert/strict";
import { SILENT } from "../log.ts";
import { RecentWarnings } from "./recent_warnings.ts";
import { withStore } from "../storage/testing/memory_store.ts";
import { rawKeys } from "../storage/testing/raw.ts";

const DAY = 24 * 60 * 60_000;

Deno.test("warnings and errors are kept and told, other lines are only told", () =>
  withStore(async ({ store, clock }) => {
    const told: string[] = [];
    const tell = (message: string) => void told.push(message);
    const recent = new RecentWarnings(store);
    const log = recent.listeningTo({ ...SILENT, info: tell, warn: tell });
    log.info("a");
    log.warn("b");
    clock.at = new Date(clock.at.getTime() + 1);
    log.error("c");
    assert.deepEqual(told, ["a", "b"]);
    assert.deepEqual(
      (await recent.list()).map(({ level, message }) => [level, message]),
      [["error", "c"], ["warn", "b"]],
    );
  }));

Deno.test("what one process warned of another can show", () =>
  withStore(async ({ store }) => {
    const one = new RecentWarnings(store);
    one.add("error", "disk full");
    await one.idle();
    const [shown] = await new RecentWarnings(store).list();
    assert.equal(shown?.message, "disk full");
  }));

Deno.test("a fault that repeats itself is kept once a minute, and many in part", () =>
  withStore(async ({ store, kv, clock }) => {
    const recent = new RecentWarnings(store);
    for (let n = 0; n < 100; n++) recent.add("warn", "again");
    assert.equal((await recent.list()).length, 1);
    clock.at = new Date(clock.at.getTime() + 61_000);
    recent.add("warn", "again");
    assert.equal((await recent.list()).length, 2);
    for (let n = 0; n < 1_000; n++) recent.add("warn", `fault ${n}`);
    await recent.idle();
    assert.equal((await recent.list()).length, 50);
    // Fifty of that minute and one of the first, though no more than fifty are listed.
    assert.equal((await rawKeys(kv)).length, 51);
  }));

Deno.test("a warning is kept for a week", () =>
  withStore(async ({ store, clock }) => {
    const recent = new RecentWarnings(store);
    recent.add("warn", "disk nearly full");
    await recent.idle();
    const begun = clock.at.getTime();
    clock.at = new Date(begun + 7 * DAY - 1);
    assert.equal((await recent.list()).length, 1);
    clock.at = new Date(begun + 7 * DAY);
    assert.deepEqual(await recent.list(), []);
  }));

Deno.test("of a very long warning the beginning is kept", () =>
  withStore(async ({ store }) => {
    const recent = new RecentWarnings(store);
    recent.add("error", `begins ${"and goes on ".repeat(10_000)}`);
    const [shown] = await recent.list();
    assert.equal(shown?.message.length, 2_000);
    assert.ok(shown.message.startsWith("begins"));
  }));

Deno.test("a store that takes no warning harms nobody", () =>
  withStore(async ({ store, faults }) => {
    const told: string[] = [];
    const recent = new RecentWarnings(store);
    const log = recent.listeningTo({ ...SILENT, warn: (m) => told.push(m) });
    faults.commitFaults.push("crash");
    log.warn("disk full");
    await recent.idle();
    assert.deepEqual(told, ["disk full"]);
    assert.deepEqual(await recent.list(), []);
  }));
