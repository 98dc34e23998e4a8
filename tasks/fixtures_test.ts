import assert from "node:assert/strict";
import { assertRefused, runCommandLine, withFolder } from "./test_command.ts";

const WORLD = new URL("../fixtures/world.json", import.meta.url);
const GROUPS = new URL("../fixtures/groups.json", import.meta.url);

interface Owner {
  clients: { email?: string }[];
  mailings: object[];
}

async function dumped(path: string): Promise<string> {
  const env = { KV_PATH: path };
  const { code, stdout, stderr } = await runCommandLine("dumpdata", [], {
    env,
  });
  assert.equal(code, 0, stderr);
  return stdout;
}

Deno.test("what was loaded comes out again, the same bytes for the same data", async () => {
  await withFolder(async (folder) => {
    const [first, second] = [`${folder}/1.db`, `${folder}/2.db`];
    const loaded = await runCommandLine("loaddata", [
      "groups",
      "world",
      "--json",
    ], { env: { KV_PATH: first } });
    assert.equal(loaded.code, 0, loaded.stderr);
    const world = JSON.parse(loaded.stdout.trim().split("\n")[1] ?? "");
    assert.equal(world.clients, 200);
    assert.equal(
      new Set(world.users.map((user: { password: string }) => user.password))
        .size,
      3,
    );

    const dump = await dumped(first);
    assert.equal(JSON.parse(dump).groups.length, 4);
    assert.doesNotMatch(dump, /password/i);
    await Deno.writeTextFile(`${folder}/dump.json`, dump);
    const again = await runCommandLine("loaddata", [`${folder}/dump.json`], {
      env: { KV_PATH: second },
    });
    assert.equal(again.code, 0, again.stderr);
    assert.equal(await dumped(second), dump);
  });
});

Deno.test("loading twice adds nothing the second time", async () => {
  await withFolder(async (folder) => {
    const env = { KV_PATH: `${folder}/sendoff.db` };
    await runCommandLine("loaddata", ["world"], { env });
    const before = await dumped(env.KV_PATH);
    const { stdout } = await runCommandLine("loaddata", ["world", "--json"], {
      env,
    });
    const { users, clients, messages, mailings } = JSON.parse(stdout);
    assert.deepEqual([users, clients, messages, mailings], [[], 0, 0, 0]);
    assert.equal(await dumped(env.KV_PATH), before);
  });
});

Deno.test("a damaged fixture is refused with the place of the damage, and nothing is written", async () => {
  const world = JSON.parse(await Deno.readTextFile(WORLD));
  const damages: [harm: (owner: Owner) => void, place: RegExp][] = [
    [
      ({ clients }) => delete clients[7]?.email,
      /users\[2\]\.clients\[7\]\.email/,
    ],
    [
      ({ mailings }) => Object.assign(mailings[0]!, { message: "No such" }),
      /users\[2\]\.mailings\[0\]\.message: There is no message "No such"/,
    ],
    [
      ({ mailings }) => Object.assign(mailings[1]!, { color: "red" }),
      /users\[2\]\.mailings\[1\].*color/,
    ],
  ];
  await withFolder(async (folder) => {
    const path = `${folder}/sendoff.db`;
    for (const [harm, place] of damages) {
      const copy = structuredClone(world);
      harm(copy.users[2]);
      await Deno.writeTextFile(`${folder}/bad.json`, JSON.stringify(copy));
      const ended = await runCommandLine("loaddata", [
        "groups",
        `${folder}/bad.json`,
      ], { env: { KV_PATH: path } });
      assertRefused(ended, place);
    }
    await assert.rejects(Deno.stat(path), Deno.errors.NotFound);
  });
});

Deno.test("a fixture that is no JSON, or is not there, is refused", async () => {
  await withFolder(async (folder) => {
    const env = { KV_PATH: `${folder}/sendoff.db` };
    await Deno.writeTextFile(`${folder}/torn.json`, '{"users": [');
    const torn = await runCommandLine("loaddata", [`${folder}/torn.json`], {
      env,
    });
    assertRefused(torn, /torn\.json is no JSON/);
    const none = await runCommandLine("loaddata", ["none"], { env });
    assertRefused(none, /There is no fixture .*none\.json/);
  });
});

Deno.test("groups come out as the fixture has them, byte for byte", async () => {
  await withFolder(async (folder) => {
    const env = { KV_PATH: `${folder}/sendoff.db` };
    await runCommandLine("loaddata", ["groups"], { env });
    const { stdout } = await runCommandLine("dumpdata", ["groups"], { env });
    assert.equal(stdout, await Deno.readTextFile(GROUPS));
  });
});

Deno.test("groups made on a site are loaded on another, and come out the same", async () => {
  await withFolder(async (folder) => {
    const file = `${folder}/groups.json`;
    const { groups } = JSON.parse(await Deno.readTextFile(GROUPS));
    groups.unshift({
      name: "Ночная смена",
      permissions: ["users.view", "system.view", "users.view"],
    });
    await Deno.writeTextFile(file, JSON.stringify({ groups }));
    const dumps: string[] = [];
    for (const name of ["1.db", "2.db"]) {
      const env = { KV_PATH: `${folder}/${name}` };
      await runCommandLine("loaddata", [file], { env });
      const { stdout } = await runCommandLine("dumpdata", ["groups"], { env });
      dumps.push(stdout);
      await Deno.writeTextFile(file, stdout);
    }
    assert.equal(dumps[1], dumps[0]);
    assert.match(dumps[0]!, /Ночная смена/);
    assert.deepEqual(JSON.parse(dumps[0]!).groups.at(-1).permissions, [
      "system.view",
      "users.view",
    ]);
  });
});

Deno.test("a user of a group that does not exist is not loaded", async () => {
  await withFolder(async (folder) => {
    const env = { KV_PATH: `${folder}/sendoff.db` };
    const world = JSON.parse(await Deno.readTextFile(WORLD));
    world.users[1].groups = ["manger"];
    await Deno.writeTextFile(`${folder}/world.json`, JSON.stringify(world));
    const ended = await runCommandLine("loaddata", [`${folder}/world.json`], {
      env,
    });
    assertRefused(ended, /the group manger, which does not exist/);
    assert.deepEqual(JSON.parse(await dumped(env.KV_PATH)).users, []);
  });
});
