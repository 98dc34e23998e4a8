import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { createPasswords } from "../../core/access/passwords.ts";
import { createCore } from "../../core/core.ts";
import { openTransport } from "../../core/delivery/transports/open.ts";
import { ScriptedServer } from "../../core/delivery/transports/scripted_smtp.ts";
import { openStore } from "../../core/storage/mod.ts";
import { withFolder } from "../../tasks/test_command.ts";
import { waitFor } from "../wait_for.ts";

const DELIVER = fileURLToPath(
  new URL("../../tasks/deliver.ts", import.meta.url),
);
/** Far more than the worker may take, far less than the server's silence. */
const PATIENCE = 25;

/** A store with a mailing that is due. */
async function fillStore(path: string): Promise<void> {
  const store = await openStore(path);
  const transport = openTransport(new URL("mailbox:"), {
    store,
    now: store.now,
  });
  const core = await createCore({
    store,
    transport,
    baseUrl: "http://localhost:8000",
    mailFrom: "news@sendoff.example",
    passwords: createPasswords({ cost: { N: 2, r: 1, p: 1 } }),
  });
  const { id } = await core.users.create({
    email: "owner@example.com",
    name: "Harbour Books",
    password: "correct horse",
    groups: ["owner"],
    timeZone: "UTC",
  });
  await core.clients.of(id)
    .create({ name: "Ann", email: "ann@example.com" });
  const text = await core.messages.of(id)
    .create({ subject: "News", body: "Dear {{name}}" });
  await core.mailings.of(id).create({
    name: "News",
    textId: text.id,
    audience: { kind: "everyone" },
    schedule: {
      startsAt: new Date().toISOString().slice(0, 19),
      timeZone: "UTC",
      repeat: "once",
    },
  }, { launch: true });
  await transport.close();
  store.close();
}

Deno.test("a worker whose site is gone ends soon, whatever its mail server hangs in", () =>
  withFolder(async (folder) => {
    await using server = new ScriptedServer({ ".": () => "" });
    const path = `${folder}/sendoff.db`;
    await fillStore(path);
    const worker = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", DELIVER],
      env: {
        KV_PATH: path,
        MAIL_URL: `smtp://127.0.0.1:${server.port}`,
        MAIL_FROM: "news@sendoff.example",
      },
      stdin: "piped",
      stdout: "null",
      stderr: "null",
    }).spawn();
    let isOver = false;
    const ended = worker.status.then(() => void (isOver = true));
    try {
      await waitFor(
        "the message to be on its way",
        () => server.pieces.some((piece) => /\r\n\.\r\n/.test(piece)),
        PATIENCE,
      );
      await worker.stdin.close();
      await waitFor("the end of the worker", () => isOver, PATIENCE);
      assert.ok(isOver);
    } finally {
      if (!isOver) worker.kill("SIGKILL");
      await ended;
    }
  }));
