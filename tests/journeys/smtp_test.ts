import assert from "node:assert/strict";
import type { Core } from "../../core/core.ts";
import { dump } from "../../core/storage/mod.ts";
import {
  runCommandLine,
  spawnCommand,
  withFolder,
} from "../../tasks/test_command.ts";
import { freePort } from "../free_port.ts";
import { ROOT } from "../source_files.ts";
import { makeDueMailing, onStore } from "./due_mailing.ts";
import { type Received, startSmtp, type TestSmtp } from "./smtp_server.ts";

const CLIENTS = 1_000;

interface Scene {
  smtp: TestSmtp;
  path: string;
  env: Record<string, string>;
  mailing: { ownerId: string; id: string };
}

/** Runs a test with a due mailing in a store file and an SMTP server to send it to. */
async function withDueMailing(
  clients: number,
  test: (scene: Scene) => Promise<void>,
): Promise<void> {
  await withFolder(async (folder) => {
    const path = `${folder}/sendoff.db`;
    const mailing = await onStore(
      path,
      (core) => makeDueMailing(core, { clients }),
    );
    const smtp = await startSmtp();
    const env = {
      KV_PATH: path,
      MAIL_URL: smtp.url,
      MAIL_FROM: "post@example.com",
    };
    try {
      await test({ smtp, path, env, mailing });
    } finally {
      await smtp.close();
    }
  });
}

/** Asserts that each client got one mail, written for them. */
function assertEachTheirOwn(received: Received[]): void {
  assert.equal(received.length, CLIENTS);
  assert.equal(new Set(received.map(({ to }) => to)).size, CLIENTS);
  assert.equal(new Set(received.map((mail) => mail.messageId)).size, CLIENTS);
  for (const { to, subject, text } of received) {
    const number = to.match(/^client(\d+)@/)?.[1];
    assert.equal(subject, `News for Client №${number}`);
    assert.ok(
      text.startsWith(`Dear Client №${number}, this is for ${to} alone.`),
      text,
    );
  }
}

async function countAttempts(
  path: string,
  { ownerId, id }: Scene["mailing"],
): Promise<number> {
  return await onStore(path, async (core) => {
    let attempts = 0;
    for await (const run of core.runs.of(ownerId).iterateOf(id)) {
      for await (const _ of core.attempts.of(ownerId).iterate(run.id)) {
        attempts++;
      }
    }
    return attempts;
  });
}

Deno.test("runmailing hands a due mailing to a mail server, to each client their own text", async () => {
  await withDueMailing(CLIENTS, async ({ smtp, path, env, mailing }) => {
    const first = await runCommandLine("runmailing", ["--json"], { env });
    assert.equal(first.code, 0, first.stderr);
    const report = JSON.parse(first.stdout);
    assert.equal(report.runs[0].totals.delivered, CLIENTS);
    assert.equal(report.runs[0].mailing.id, mailing.id);
    assert.equal(report.handed.delivered, CLIENTS);
    assertEachTheirOwn(smtp.received);
    assert.equal(await countAttempts(path, mailing), CLIENTS);

    const again = await runCommandLine("runmailing", [], { env });
    assert.equal(again.code, 0, again.stderr);
    assert.equal(again.stdout, "Nothing is due. Nothing is planned.\n");
    assert.equal(smtp.received.length, CLIENTS);

    const verified = await runCommandLine("verify", [], { env });
    assert.equal(verified.code, 0, verified.stdout);
  });
});

Deno.test("two processes that send from one file leave nobody out and send nothing twice", async () => {
  await withDueMailing(CLIENTS, async ({ smtp, path, env, mailing }) => {
    // Long enough for both to be at it.
    smtp.delay = 20;
    const worker = spawnCommand("runmailing", ["--watch"], { env });
    const { code, stderr } = await runCommandLine("runmailing", [], { env });
    assert.equal(code, 0, stderr);
    await until(() => smtp.received.length >= CLIENTS);
    worker.kill("SIGTERM");
    assert.equal((await worker.output()).code, 0);
    assertEachTheirOwn(smtp.received);
    assert.equal(await countAttempts(path, mailing), CLIENTS);
  });
});

Deno.test("runmailing beside a running server leaves nobody out and sends nothing twice", async () => {
  await withFolder(async (folder) => {
    const path = `${folder}/sendoff.db`;
    const smtp = await startSmtp();
    const mail = { MAIL_URL: smtp.url, MAIL_FROM: "post@example.com" };
    const env = { KV_PATH: path, ...mail };
    const server = await startServer(env);
    const mailing = await onStore(
      path,
      (core) => makeDueMailing(core, { clients: CLIENTS }),
    );
    const { code, stderr } = await runCommandLine("runmailing", [], { env });
    assert.equal(code, 0, stderr);
    await until(() => smtp.received.length >= CLIENTS);
    const again = await runCommandLine("runmailing", [], { env });
    assert.equal(again.stdout, "Nothing is due. Nothing is planned.\n");
    server.kill("SIGTERM");
    assert.equal((await server.output()).code, 0);
    await smtp.close();
    assertEachTheirOwn(smtp.received);
    assert.equal(await countAttempts(path, mailing), CLIENTS);
  });
});

Deno.test("a dry run tells what would go to whom and changes nothing", async () => {
  await withDueMailing(12, async ({ smtp, path, env, mailing }) => {
    const before = await onStore(path, contentsOf);
    const told = await runCommandLine("runmailing", ["--dry-run"], { env });
    const json = await runCommandLine("runmailing", ["--dry-run", "--json"], {
      env,
    });
    assert.match(told.stdout, /^News, of Harbour Books <owner@example\.com>$/m);
    assert.match(told.stdout, /News for \{\{name\}\}/);
    assert.match(told.stdout, /12 clients/);
    assert.match(told.stdout, /and 2 more/);
    const { mailings: [only] } = JSON.parse(json.stdout);
    assert.equal(only.mailing.id, mailing.id);
    assert.equal(only.owner, "owner@example.com");
    assert.equal(new Set(only.recipients).size, 12);
    assert.deepEqual([told.code, json.code], [0, 0]);
    assert.equal(smtp.received.length, 0);
    assert.deepEqual(await onStore(path, contentsOf), before);
  });
});

Deno.test("messages that no mail server takes wait, and the command says so with status 1", async () => {
  await withDueMailing(12, async ({ smtp, env }) => {
    await smtp.close();
    const down = await runCommandLine("runmailing", [], { env });
    assert.equal(down.code, 1, down.stderr);
    assert.match(
      down.stdout,
      /Mail is held back: .*12 messages of 1 mailing wait/,
    );
  });
});

Deno.test("--mailing with --now sends one mailing and leaves the others", async () => {
  await withDueMailing(3, async ({ smtp, path, env, mailing }) => {
    const other = await onStore(path, async (core) => {
      const own = core.mailings.of(mailing.ownerId);
      const { id } = await own.duplicate(mailing.id);
      await own.update(id, {
        ...await own.get(id),
        schedule: {
          startsAt: "2099-01-01T09:00",
          timeZone: "UTC",
          repeat: "once",
        },
      });
      return await own.launch(id);
    });
    const args = ["--mailing", other.id, "--now"];
    const sent = await runCommandLine("runmailing", args, { env });
    assert.equal(sent.code, 0, sent.stderr);
    assert.equal(
      sent.stdout,
      "Copy of News (Harbour Books): 3 of 3 messages delivered.\n",
    );
    assert.equal(smtp.received.length, 3);
  });
});

/** Serves the site as one would while working on it: nothing is built on the disk. */
async function startServer(
  env: Record<string, string>,
): Promise<Deno.ChildProcess> {
  const port = freePort();
  const server = new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "-A", "dev.ts"],
    cwd: ROOT,
    env: { ...env, PORT: String(port) },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  await until(async () => {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/robots.txt`);
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  });
  return server;
}

async function contentsOf(core: Core): Promise<string[]> {
  return await Array.fromAsync(dump(core.store));
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!await isTrue()) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
