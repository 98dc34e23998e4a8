import assert from "node:assert/strict";
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
