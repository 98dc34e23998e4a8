import assert from "node:assert/strict";
import { readConfig } from "../core/config.ts";
import { openSite } from "./open_site.ts";
import { whyUnopened } from "./unopened_store.ts";

Deno.test("a store that cannot be opened is told with what to look at, in one line", () => {
  const error = new TypeError("No route to host\n    at somewhere");
  assert.equal(
    whyUnopened({ kvPath: "https://kv.example.com" }, error),
    "The store https://kv.example.com cannot be opened: No route to host. " +
      "See that the server runs, and check KV_PATH and DENO_KV_ACCESS_TOKEN.",
  );
  assert.match(
    whyUnopened({ kvPath: undefined }, error),
    /^The store the platform's KV cannot be opened: .*\. Set KV_PATH/,
  );
});

Deno.test("a password or a token in the store's URL is not told", () => {
  const kvPath = "https://me:pass/w@rd@kv.example.com/db?token=hidden";
  const told = whyUnopened({ kvPath }, new Error(`Cannot reach ${kvPath}`));
  assert.doesNotMatch(told, /me:|pass|w@rd|hidden/);
  assert.match(
    told,
    /^The store https:\/\/•••@kv\.example\.com\/db\?••• cannot be opened: Cannot reach https:\/\/•••@/,
  );
});

Deno.test("a site whose store cannot be opened says which and why", async () => {
  await using folder = await temporaryFile();
  const config = readConfig({ KV_PATH: `${folder.path}/below/sendoff.db` });
  await assert.rejects(openSite(config, { write: () => {} }), {
    message: new RegExp(
      `^The store ${config.kvPath} cannot be opened: .*\\. Set KV_PATH to a file`,
    ),
  });
});

/** A file, below which no folder can be made. */
async function temporaryFile() {
  const path = await Deno.makeTempFile({ prefix: "sendoff-test-" });
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path) };
}
