import assert from "node:assert/strict";
import { onStore } from "../tests/journeys/due_mailing.ts";
import { assertRefused, runCommandLine, withFolder } from "./test_command.ts";

Deno.test("an administrator is made from answers typed one after another", async () => {
  await withFolder(async (folder) => {
    const path = `${folder}/sendoff.db`;
    const { code, stdout, stderr } = await runCommandLine("createadmin", [], {
      env: { KV_PATH: path },
      stdin: "Ada@Example.com\nAda Marsh\nbrass keyring north\n",
    });
    assert.equal(code, 0, stderr);
    assert.doesNotMatch(stdout + stderr, /keyring/);
    await onStore(path, async (core) => {
      const user = await core.users.signIn(
        "ada@example.com",
        "brass keyring north",
      );
      assert.deepEqual(user.groups, ["administrator"]);
    });
  });
});

Deno.test("an administrator is not made twice, nor without a good password", async () => {
  await withFolder(async (folder) => {
    const env = { KV_PATH: `${folder}/sendoff.db` };
    const args = ["--email", "ada@example.com", "--name", "Ada", "--password"];
    const short = await runCommandLine("createadmin", [...args, "short"], {
      env,
    });
    assertRefused(short, /Choose a password of at least 10 characters/);
    const good = [...args, "brass keyring north"];
    assert.equal((await runCommandLine("createadmin", good, { env })).code, 0);
    const twice = await runCommandLine("createadmin", good, { env });
    assertRefused(twice, /has an account already/);
    const unasked = await runCommandLine("createadmin", [], { env });
    assertRefused(unasked, /E-mail is missing/);
  });
});
