import assert from "node:assert/strict";
import { buildStyles, stylesheet } from "./build.ts";
import { TOKENS } from "./tokens.ts";

const ROOT = new URL("..", import.meta.url).pathname.replace(/\/$/, "");

Deno.test("the product's own sources name only classes that mean something", async () => {
  const out = await Deno.makeTempDir();
  await buildStyles({ root: ROOT, out });
  assert.match(await Deno.readTextFile(`${out}/styles.css`), /\.bg-sheet\{/);
  await Deno.remove(out, { recursive: true });
});

Deno.test("the fonts come in latin and cyrillic, and every face names a file that is there", async () => {
  const out = await Deno.makeTempDir();
  await buildStyles({ root: out, out });
  const css = await Deno.readTextFile(`${out}/styles.css`);
  const named = [...css.matchAll(/url\(fonts\/([^)]+)\)/g)].map((match) =>
    match[1] ?? ""
  );
  const there = await Array.fromAsync(
    Deno.readDir(`${out}/fonts`),
    (entry) => entry.name,
  );
  assert.deepEqual(named.sort(), there.sort());
  for (const family of ["golos-text", "literata", "jetbrains-mono"]) {
    for (const subset of ["latin", "cyrillic"]) {
      assert.ok(
        there.includes(`${family}-${subset}-wght-normal.woff2`),
        `${family} ${subset}`,
      );
    }
  }
  await Deno.remove(out, { recursive: true });
});

Deno.test("the stylesheet carries every token for light and for dark", () => {
  const css = stylesheet(new Map([["a.tsx", `<p class="mt-4">x</p>`]]));
  const dark =
    css.match(/prefers-color-scheme: dark\)\{:root\{([^}]*)\}/)?.[1] ?? "";
  for (const [name, value] of Object.entries(TOKENS.dark)) {
    assert.ok(dark.includes(`--${name}:${value}`), name);
  }
  for (const [name, value] of Object.entries(TOKENS.light)) {
    assert.ok(css.replace(dark, "").includes(`--${name}:${value}`), name);
  }
});

Deno.test("an unknown class fails the build by its name and file", () => {
  const sources = new Map([[
    "routes/a.tsx",
    `<p class="text-ink bg-red-500 pading-2">x</p>`,
  ]]);
  assert.throws(
    () => stylesheet(sources),
    /mean nothing: bg-red-500 \(routes\/a\.tsx\), pading-2 \(routes\/a\.tsx\)/,
  );
});

Deno.test("the same sources make the same stylesheet in whatever order they are read", () => {
  const one: [string, string] = ["a.tsx", `<p class="mt-4 text-faded">x</p>`];
  const other: [string, string] = ["b.tsx", `<p class="flex mt-4">x</p>`];
  assert.equal(
    stylesheet(new Map([one, other])),
    stylesheet(new Map([other, one])),
  );
});

Deno.test("a list of classes in a constant is found without its element", () => {
  const css = stylesheet(new Map([["a.tsx", `const BOX = "grid gap-7";`]]));
  assert.match(css, /\.gap-7\{/);
});

Deno.test("words that are no classes leave no rules", () => {
  const css = stylesheet(
    new Map([["a.tsx", `const SAID = "block a well-known way";`]]),
  );
  assert.doesNotMatch(css, /\.block\{/);
});
