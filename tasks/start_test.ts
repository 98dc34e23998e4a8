import assert from "node:assert/strict";
import { readConfig } from "../core/config.ts";
import type { Core } from "../core/core.ts";
import { openCore } from "../core/open_core.ts";
import type { User } from "../core/users/user.ts";
import { freePort } from "./serve.ts";
import { spawnCommand, withFolder } from "./test_command.ts";

Deno.test("start builds and serves pages and styles, from wherever it is called", async () => {
  await withFolder(async (folder) => {
    for (const args of [[], ["--no-build"]]) {
      const port = freePort({ hostname: "127.0.0.1", port: 8300 });
      const env = { PORT: String(port), KV_PATH: "sendoff.db" };
      const site = spawnCommand("start", args, { env, cwd: folder });
      const url = `http://127.0.0.1:${port}`;
      const home = await patiently(() => fetch(url));
      assert.equal(home.status, 200);
      assert.match(await home.text(), /Sendoff/);
      // A browser's request for the page accepts a compressed answer, as this one does.
      assert.match(home.headers.get("vary") ?? "", /Accept-Encoding/);
      const styles = await fetch(`${url}/styles.css`);
      assert.match(await styles.text(), /\{/);
      site.kill("SIGTERM");
      const { code, stderr } = await site.output();
      assert.equal(code, 0, new TextDecoder().decode(stderr));
      assert.ok((await Deno.stat(`${folder}/sendoff.db`)).isFile);
    }
  });
});

Deno.test("start sends from a process beside the site, which ends with it even when it is killed", async () => {
  await withFolder(async (folder) => {
    const port = freePort({ hostname: "127.0.0.1", port: 8320 });
    const env = { PORT: String(port), KV_PATH: "sendoff.db" };
    const site = spawnCommand("start", [], { env, cwd: folder });
    await (await patiently(() => fetch(`http://127.0.0.1:${port}`))).text();
    const config = readConfig({ KV_PATH: `${folder}/sendoff.db` });
    const { core, close } = await openCore(config, { write: () => {} });
    try {
      const owner = await ownerOfOneClient(core);
      assert.equal(await deliveredOf(core, owner), 1);
      site.kill("SIGKILL");
      await site.output();
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      assert.equal(await deliveredOf(core, owner, { patience: 3_000 }), 0);
    } finally {
      await close();
    }
  });
});

async function ownerOfOneClient(core: Core): Promise<User> {
  const owner = await core.users.create({
    email: "owner@example.com",
    name: "Harbour Books",
    password: "correct horse",
    groups: ["owner"],
    timeZone: "UTC",
  });
  await core.clients.of(owner.id)
    .create({ email: "anna@example.com", name: "Anna" });
  return owner;
}

/** How many messages of a new mailing that is due at once go out while patience lasts. */
async function deliveredOf(
  core: Core,
  owner: User,
  { patience = 20_000 } = {},
): Promise<number> {
  const { id } = await core.messages.of(owner.id)
    .create({ subject: "News", body: "Dear {{name}}" });
  const mailing = await core.mailings.of(owner.id).create({
    name: "News",
    textId: id,
    audience: { kind: "everyone" },
    schedule: {
      startsAt: new Date().toISOString().slice(0, 19),
      timeZone: "UTC",
      repeat: "once",
    },
  }, { launch: true });
  for (const begun = Date.now(); Date.now() - begun < patience;) {
    const { items: [run] } = await core.runs.of(owner.id).list(mailing.id);
    const totals = run && await core.delivery.totals(run);
    if (totals && totals.delivered > 0) return totals.delivered;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return 0;
}

/** The answer of a site that is still being built. */
async function patiently(ask: () => Promise<Response>): Promise<Response> {
  for (let patience = 600; patience > 0; patience--) {
    try {
      return await ask();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error("Nobody answered for a minute");
}
