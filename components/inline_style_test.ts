import assert from "node:assert/strict";

const FOLDERS = ["components", "islands", "routes"];

Deno.test("no source styles an element in place, so that pages forbid inline styles", async () => {
  for (const folder of FOLDERS) {
    for await (
      const path of sources(new URL(`../${folder}/`, import.meta.url))
    ) {
      const source = await Deno.readTextFile(path);
      assert.doesNotMatch(source, /\sstyle=|<style/, path.pathname);
    }
  }
});

async function* sources(folder: URL): AsyncGenerator<URL> {
  for await (const entry of Deno.readDir(folder)) {
    if (entry.isDirectory) yield* sources(new URL(`${entry.name}/`, folder));
    else if (entry.name.endsWith(".tsx")) yield new URL(entry.name, folder);
  }
}
