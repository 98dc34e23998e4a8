import assert from "node:assert/strict";
import { SILENT } from "../log.ts";
import { RecentWarnings } from "./recent_warnings.ts";
import { withStore } from "../storage/testing/memory_store.ts";

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
  withStore(async ({ store, clock }) => {
    const recent = new RecentWarnings(store);
    for (let n = 0; n < 100; n++) recent.add("warn", "again");
    assert.equal((await recent.list()).length, 1);
    clock.at = new Date(clock.at.getTime() + 61_000);
    recent.add("warn", "again");
    assert.equal((await recent.list()).length, 2);
    for (let n = 0; n < 1_000; n++) recent.add("warn", `fault ${n}`);
    await recent.idle();
    assert.equal((await recent.list()).length, 50);
  }));
