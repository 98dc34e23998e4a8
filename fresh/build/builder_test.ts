import assert from "node:assert/strict";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Builder } from "../dev.ts";
import { App, csp, staticFiles } from "../mod.ts";

const ROOT = fileURLToPath(new URL("../testdata/site", import.meta.url));
const CONFIG = fileURLToPath(new URL("../../deno.json", import.meta.url));

const apply = await new Builder({ root: ROOT, ignore: [/docs/] }).build({
  snapshot: "memory",
});
const app = new App<unknown>().use(csp({ useNonce: true })).use(staticFiles())
  .fsRoutes();
apply(app);
const handler = app.handler();

function get(path: string, init?: RequestInit): Promise<Response> {
  return handler(new Request(`http://localhost${path}`, init));
}

async function textOf(path: string, init?: RequestInit): Promise<string> {
  return await (await get(path, init)).text();
}

Deno.test("a group's folder adds its middleware and layout, but nothing to the path", async () => {
  assert.match(
    await textOf("/clients/5"),
    /<body><div class="owner" data-trail="root,owner"><h1>Client 5<\/h1><\/div><\/body>/,
  );
});

Deno.test("a page outside a group has nothing of it", async () => {
  assert.doesNotMatch(await textOf("/badge"), /class="owner"/);
});

Deno.test("a file route's POST renders its component with its status", async () => {
  const body = new URLSearchParams({ name: "Grace" });
  const response = await get("/clients/5", { method: "POST", body });
  assert.equal(response.status, 422);
  assert.match(await response.text(), /<h1>Grace<\/h1>/);
});

Deno.test("a file route that handles POST alone still shows its page", async () => {
  assert.match(await textOf("/clients"), /<h1>Clients<\/h1>/);
  assert.equal(
    (await get("/clients", { method: "POST" })).headers.get("location"),
    "/clients/1",
  );
});

Deno.test("the error page answers what a route throws, with its status", async () => {
  const response = await get("/clients/missing");
  assert.equal(response.status, 404);
  assert.match(
    await response.text(),
    /Failed: No such client after root,owner/,
  );
});

Deno.test("the error page answers what no route matches", async () => {
  const response = await get("/nothing/here");
  assert.equal(response.status, 404);
  assert.match(await response.text(), /Failed: Not Found after root/);
});

Deno.test("a handler that is one function answers every method", async () => {
  assert.equal(
    await textOf("/api/ping", { method: "DELETE" }),
    '{"method":"DELETE"}',
  );
});

Deno.test("tests, underscored files, islands and what is ignored are no routes", async () => {
  for (
    const path of [
      "/ping_test",
      "/_app",
      "/Badge",
      "/(_islands)/Badge",
      "/docs/x",
    ]
  ) {
    const response = await get(path);
    assert.equal(response.status, 404, path);
    await response.body?.cancel();
  }
});

Deno.test("every script that a page names is served, small and for a year", async () => {
  const page = await textOf("/");
  const scripts = [
    ...page.matchAll(/<link rel="modulepreload" href="([^"]+)"/g),
  ];
  assert.ok(scripts.length >= 4);
  let compressed = 0;
  for (const [, path = ""] of scripts) {
    const response = await get(path);
    assert.equal(
      response.headers.get("content-type"),
      "text/javascript; charset=utf-8",
    );
    assert.match(response.headers.get("cache-control") ?? "", /immutable/);
    const packed = response.body?.pipeThrough(new CompressionStream("gzip"));
    compressed += (await new Response(packed ?? null).arrayBuffer()).byteLength;
  }
  assert.ok(compressed < 14_000, `${compressed} bytes`);
});

Deno.test("an asset's address carries the build's id, and may be kept", async () => {
  const path = /href="([^"]*hello[^"]*)"/.exec(await textOf("/clients"))?.[1] ??
    "";
  const response = await get(path);
  assert.match(response.headers.get("cache-control") ?? "", /immutable/);
  await response.body?.cancel();
});

Deno.test("what islands share is one script, however differently they use it", async () => {
  for (const path of ["/", "/badge"]) {
    const shared = (await textOf(path)).match(
      /modulepreload" href="[^"]+chunk-[^"]+"/g,
    );
    assert.equal(shared?.length, 1, path);
  }
});

Deno.test("an island beside its route is an island", async () => {
  assert.match(
    await textOf("/badge"),
    /<!--island 0--><em>badge<\/em><!--\/island-->/,
  );
});

Deno.test("a plain app without a build has no file routes", async () => {
  const plain = new App<unknown>().fsRoutes().handler();
  assert.equal(
    (await plain(new Request("http://localhost/clients"))).status,
    404,
  );
});

Deno.test("the written server runs by deno serve and by import", async (t) => {
  const outDir = await Deno.makeTempDir({ prefix: "fresh-" });
  await new Builder({ root: ROOT, outDir }).build();

  await t.step("by deno serve", async () => {
    const args = [
      "serve",
      "-A",
      "--config",
      CONFIG,
      "--port",
      "0",
      `${outDir}/server.js`,
    ];
    const command = new Deno.Command(Deno.execPath(), {
      args,
      stdout: "null",
      stderr: "piped",
    });
    await using server = command.spawn();
    const port = await portIn(server.stderr);
    const response = await fetch(`http://localhost:${port}/docs/a/b`);
    assert.match(await response.text(), /<p>Docs at a\/b<\/p>/);
    const script = await fetch(`http://localhost:${port}/hello.txt`);
    assert.equal(await script.text(), "Hello from the static folder.\n");
  });

  await t.step("from one script, beside its packages", async () => {
    const source = await Deno.readTextFile(`${outDir}/server.js`);
    const imported = [...source.matchAll(/^import .* from "([^"]+)"/gm)]
      .map(([, specifier = ""]) => specifier);
    assert.ok(imported.includes("preact"));
    assert.deepEqual(imported.filter((from) => /^[./]/.test(from)), []);
  });

  await t.step("by import", async () => {
    const { default: server } = await import(
      pathToFileURL(`${outDir}/server.js`).href
    );
    const response: Response = await server.fetch(
      new Request("http://localhost/clients/9"),
    );
    assert.match(await response.text(), /<h1>Client 9<\/h1>/);
  });
  await Deno.remove(outDir, { recursive: true });
});

async function portIn(
  output: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<number> {
  let text = "";
  const reader = output.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    text += value ?? "";
    const port = /:(\d+)\//.exec(text)?.[1];
    if (port !== undefined) {
      await reader.cancel();
      return Number(port);
    }
    if (done) throw new Error(`The server did not start: ${text}`);
  }
}
