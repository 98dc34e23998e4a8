import assert from "node:assert/strict";
import { readConfig } from "../core/config.ts";
import { FIRST_GROUPS } from "./first_groups.ts";
import { openSite } from "./open_site.ts";

Deno.test("a site begins with the groups of the fixture", async () => {
  const config = readConfig({ KV_PATH: ":memory:", LOG_LEVEL: "error" });
  const { core, close } = await openSite(config, { write: () => {} });
  try {
    assert.deepEqual(await core.groups.list(), FIRST_GROUPS);
    assert.equal(FIRST_GROUPS.length, 4);
  } finally {
    await close();
  }
});
