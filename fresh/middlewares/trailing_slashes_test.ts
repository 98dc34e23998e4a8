import assert from "node:assert/strict";
import { App, trailingSlashes } from "../mod.ts";

async function locationOf(
  path: string,
  mode: "always" | "never",
): Promise<string | null> {
  const app = new App<unknown>().use(trailingSlashes(mode));
  const response = await app.handler()(new Request(`http://localhost${path}`));
  await response.body?.cancel();
  return response.headers.get("location");
}

Deno.test("a slash at the end is taken away, with the query kept", async () => {
  assert.equal(
    await locationOf("/clients/?page=2", "never"),
    "/clients?page=2",
  );
  assert.equal(await locationOf("/clients", "never"), null);
});

Deno.test("a slash at the end is added", async () => {
  assert.equal(await locationOf("/clients", "always"), "/clients/");
});

Deno.test("the root is left alone", async () => {
  assert.equal(await locationOf("/", "never"), null);
});

Deno.test("a redirect never leads to another host", async () => {
  assert.equal(await locationOf("//evil.example/", "never"), "/evil.example");
});
