import assert from "node:assert/strict";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Import, violations } from "./layers.ts";
import { filesOf, ROOT } from "./source_files.ts";

const LONGEST_FILE = 300;

Deno.test("imports point one way", async () => {
  const imports = await importsOf(
    (await filesOf(ROOT)).filter((path) => /\.tsx?$/.test(path)),
  );
  assert.ok(imports.length > 100, `${imports.length} imports were found`);
  assert.deepEqual(violations(imports), []);
});

Deno.test("an upward import is found wherever it is planted", () => {
  const upward: Import[] = [
    { from: "core/storage/store.ts", to: "core/clients/client.ts" },
    { from: "core/clients/clients.ts", to: "core/delivery/delivery.ts" },
    { from: "core/clients/clients.ts", to: "core/mailings/mailings.ts" },
    { from: "core/delivery/worker.ts", to: "core/core.ts" },
    { from: "core/errors.ts", to: "core/storage/mod.ts" },
    { from: "core/clients/clients.ts", to: "core/storage/store.ts" },
    { from: "core/core.ts", to: "web/app.ts" },
    { from: "web/app.ts", to: "routes/_app.tsx" },
    { from: "web/app.ts", to: "components/Button.tsx" },
    { from: "components/Button.tsx", to: "core/errors.ts" },
    { from: "fresh/app.ts", to: "core/errors.ts" },
    { from: "routes/index.tsx", to: "main.ts" },
    { from: "routes/index.tsx", to: "tests/journeys/site.ts" },
    { from: "main.ts", to: "tasks/start.ts" },
    { from: "stray.ts", to: "core/errors.ts" },
  ];
  for (const planted of upward) {
    assert.equal(
      violations([planted]).length,
      1,
      `${planted.from} -> ${planted.to}`,
    );
  }
});

Deno.test("an island that reaches the store by a detour is found", () => {
  const detour: Import[] = [
    { from: "islands/Summary.tsx", to: "core/mailings/mailing.ts" },
    { from: "core/mailings/mailing.ts", to: "core/storage/mod.ts" },
  ];
  assert.deepEqual(violations(detour), [
    "An island reaches core/storage/mod.ts by core/mailings/mailing.ts",
  ]);
});

Deno.test("imports that follow the layers are let alone", () => {
  const downward: Import[] = [
    { from: "main.ts", to: "core/open_core.ts" },
    { from: "core/core.ts", to: "core/delivery/delivery.ts" },
    { from: "core/delivery/worker.ts", to: "core/storage/mod.ts" },
    { from: "core/clients/clients.ts", to: "core/mailings/mailing.ts" },
    { from: "core/clients/clients.ts", to: "core/text.ts" },
    { from: "routes/index.tsx", to: "islands/Live.tsx" },
    { from: "islands/Live.tsx", to: "components/Stripe.tsx" },
  ];
  assert.deepEqual(violations(downward), []);
});

Deno.test("no file is longer than it can be read", async () => {
  const tooLong: string[] = [];
  for (const path of await filesOf(ROOT)) {
    if (!/\.(tsx?|css|sh)$/.test(path)) continue;
    const lines =
      (await Deno.readTextFile(`${ROOT}/${path}`)).split("\n").length - 1;
    if (lines > LONGEST_FILE) tooLong.push(`${path}: ${lines} lines`);
  }
  assert.deepEqual(tooLong, []);
});

async function importsOf(paths: readonly string[]): Promise<Import[]> {
  const entry = await Deno.makeTempFile({
    dir: ROOT,
    prefix: ".layers-",
    suffix: ".ts",
  });
  try {
    const all = paths.map((path) => `import ${JSON.stringify(`./${path}`)};`)
      .join("\n");
    await Deno.writeTextFile(entry, all);
    const { modules } = await denoInfo(entry);
    return modules
      .filter(({ specifier }) =>
        isOurs(specifier) && specifier !== `file://${entry}`
      )
      .flatMap(({ specifier, dependencies = [] }) =>
        dependencies
          .flatMap(({ code, type }) => [code?.specifier, type?.specifier])
          .filter((target) => target !== undefined && isOurs(target))
          .map((target) => ({
            from: pathOf(specifier),
            to: pathOf(target ?? ""),
          }))
      );
  } finally {
    await Deno.remove(entry);
  }
}

interface ModuleGraph {
  modules: {
    specifier: string;
    dependencies?: {
      code?: { specifier?: string };
      type?: { specifier?: string };
    }[];
  }[];
}

async function denoInfo(entry: string): Promise<ModuleGraph> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", entry],
    cwd: ROOT,
  }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
  return JSON.parse(new TextDecoder().decode(stdout));
}

function isOurs(specifier: string): boolean {
  return specifier.startsWith("file://") &&
    !specifier.includes("/node_modules/") &&
    fileURLToPath(specifier).startsWith(`${ROOT}/`);
}

function pathOf(specifier: string): string {
  return relative(ROOT, fileURLToPath(specifier)).replaceAll("\\", "/");
}
