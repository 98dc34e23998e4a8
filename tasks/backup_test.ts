import assert from "node:assert/strict";
import { assertRefused, runCommandLine, withFolder } from "./test_command.ts";

Deno.test("a backup restored into an empty store holds the same, byte for byte", async () => {
  await withFolder(async (folder) => {
    const file = `${folder}/first.backup`;
    const old = { KV_PATH: `${folder}/old.db` };
    await runCommandLine("loaddata", ["groups", "world"], { env: old });
    const backedUp = await runCommandLine("backup", [file, "--json"], {
      env: old,
    });
    assert.equal(backedUp.code, 0, backedUp.stderr);

    const env = { KV_PATH: `${folder}/new.db` };
    const restored = await runCommandLine("restore", [file, "--json"], { env });
    assert.equal(restored.code, 0, restored.stderr);
    assert.deepEqual(JSON.parse(restored.stdout), JSON.parse(backedUp.stdout));
    await runCommandLine("backup", [`${folder}/second.backup`], { env });
    assert.equal(
      await Deno.readTextFile(`${folder}/second.backup`),
      await Deno.readTextFile(file),
    );
    const verified = await runCommandLine("verify", [], { env });
    assert.equal(verified.code, 0, verified.stdout);
  });
});

Deno.test("a backup is not restored over what is there", async () => {
  await withFolder(async (folder) => {
    const env = { KV_PATH: `${folder}/sendoff.db` };
    await runCommandLine("loaddata", ["groups"], { env });
    await runCommandLine("backup", [`${folder}/file`], { env });
    const ended = await runCommandLine("restore", [`${folder}/file`], { env });
    assertRefused(ended, /The store is not empty/);
  });
});

Deno.test("a backup that was cut short is refused", async () => {
  await withFolder(async (folder) => {
    const env = { KV_PATH: `${folder}/sendoff.db` };
    await runCommandLine("loaddata", ["groups"], { env });
    await runCommandLine("backup", [`${folder}/file`], { env });
    const lines = (await Deno.readTextFile(`${folder}/file`)).split("\n");
    const cut = lines.slice(0, -3).join("\n");
    await Deno.writeTextFile(`${folder}/cut`, cut);
    const ended = await runCommandLine("restore", [`${folder}/cut`], {
      env: { KV_PATH: `${folder}/new.db` },
    });
    assertRefused(ended, /The backup is damaged/);
  });
});

Deno.test("a backup that cannot be written leaves nothing behind", async () => {
  await withFolder(async (folder) => {
    const env = { KV_PATH: `${folder}/sendoff.db` };
    const ended = await runCommandLine("backup", [`${folder}/none/file`], {
      env,
    });
    assertRefused(ended, /none\/file cannot be written/);
  });
});
