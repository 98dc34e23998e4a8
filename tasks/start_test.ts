import assert from "node:assert/strict";
import type { Core } from "../core/core.ts";
import {
  addDueMailing,
  type DueMailing,
  makeDueMailing,
  onStore,
} from "../tests/journeys/due_mailing.ts";
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

Deno.test("start sends from processes beside the site, which end with it even when it is killed", async () => {
  await withFolder(async (folder) => {
    const site = await startedSite(folder, { workers: 2 });
    await onStore(`${folder}/sendoff.db`, async (core) => {
      const mailing = await makeDueMailing(core, { clients: 1 });
      assert.equal(await deliveredOf(core, mailing), 1);
      site.kill("SIGKILL");
      await site.output();
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const another = await addDueMailing(core, mailing.ownerId);
      assert.equal(await deliveredOf(core, another, { patience: 3_000 }), 0);
    });
  });
});

Deno.test({
  name: "start sends from as many processes as it is told to",
  ignore: Deno.build.os !== "linux",
  async fn() {
    await withFolder(async (folder) => {
      const site = await startedSite(folder, { workers: 3 });
      assert.equal((await childrenOf(site)).length, 3);
      site.kill("SIGTERM");
      assert.equal((await site.output()).code, 0);
    });
  },
});

Deno.test({
  name:
    "start sends from another process when one dies, and from the site itself never",
  // Which process began which is read as Linux tells it.
  ignore: Deno.build.os !== "linux",
  async fn() {
    await withFolder(async (folder) => {
      const site = await startedSite(folder, { workers: 1 });
      await onStore(`${folder}/sendoff.db`, async (core) => {
        const first = await makeDueMailing(core, { clients: 1 });
        assert.equal(await deliveredOf(core, first), 1);
        const [sending, ...others] = await childrenOf(site);
        assert.ok(sending);
        assert.deepEqual(others, []);
        // It must not stop in the midst of writing down how the run ended.
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        Deno.kill(sending, "SIGSTOP");
        const second = await addDueMailing(core, first.ownerId);
        try {
          assert.equal(await deliveredOf(core, second, { patience: 2_000 }), 0);
        } finally {
          Deno.kill(sending, "SIGKILL");
        }
        assert.equal(await deliveredOf(core, second), 1);
      });
      site.kill("SIGTERM");
      const { stderr } = await site.output();
      assert.match(new TextDecoder().decode(stderr), /another follows/);
    });
  },
});

/** A site that sends from so many processes, once it answers. */
async function startedSite(
  folder: string,
  { workers }: { workers: number },
): Promise<Deno.ChildProcess> {
  const port = freePort({ hostname: "127.0.0.1", port: 8320 });
  const env = {
    PORT: String(port),
    KV_PATH: "sendoff.db",
    DELIVERY_WORKERS: String(workers),
  };
  const site = spawnCommand("start", [], { env, cwd: folder });
  await (await patiently(() => fetch(`http://127.0.0.1:${port}`))).text();
  return site;
}

/** The processes that a process began and that live. */
async function childrenOf({ pid }: Deno.ChildProcess): Promise<number[]> {
  const path = `/proc/${pid}/task/${pid}/children`;
  return (await Deno.readTextFile(path)).split(" ").filter(Boolean).map(Number);
}

/** How many messages of a mailing go out while patience lasts. */
async function deliveredOf(
  core: Core,
  { ownerId, id }: DueMailing,
  { patience = 20_000 } = {},
): Promise<number> {
  for (const begun = Date.now(); Date.now() - begun < patience;) {
    const { items: [run] } = await core.runs.of(ownerId).list(id);
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
