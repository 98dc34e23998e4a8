import { fileURLToPath } from "node:url";
import { createPasswords } from "../core/access/passwords.ts";
import type { Core } from "../core/core.ts";
import { readConfig } from "../core/config.ts";
import { openCore } from "../core/open_core.ts";
import { freePort } from "../tests/free_port.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PATIENCE = 30_000;

/** A server in a process of its own. */
export interface Served extends AsyncDisposable {
  /** Its address, without a slash at the end. */
  url: string;
  /** From the start of the process to the first byte of its first answer, in milliseconds. */
  firstByte: number;
}

/** Builds what `serveSite` serves. */
export async function buildSite(): Promise<void> {
  await output(["run", "-A", "dev.ts", "build"]);
}

/** A core over a new store in a folder, without mail. */
export interface NewStore extends AsyncDisposable {
  path: string;
  core: Core;
}

/** Opens a new store in a folder of its own. */
export async function openNewStore(folder: string): Promise<NewStore> {
  const path = `${folder}/bench.db`;
  const config = readConfig({ KV_PATH: path });
  const passwords = createPasswords({ cost: { N: 16, r: 1, p: 1 } });
  const { core, close } = await openCore(config, {
    write: () => {},
    passwords,
  });
  return { path, core, [Symbol.asyncDispose]: close };
}

/** Fills a new store in a folder of its own and gives the file's path. */
export async function fillStore<T>(
  folder: string,
  fill: (core: Core) => Promise<T>,
): Promise<{ path: string; filled: T }> {
  await using store = await openNewStore(folder);
  return { path: store.path, filled: await fill(store.core) };
}

/** Serves the built site over a store, with more settings if need be. */
export async function serveSite(
  kvPath: string,
  settings: Record<string, string> = {},
): Promise<Served> {
  const port = freePort();
  const env = {
    KV_PATH: kvPath,
    PORT: String(port),
    LOG_LEVEL: "error",
    ...settings,
  };
  return await serve(["run", "-A", "tasks/start.ts", "--no-build"], {
    port,
    env,
  });
}

/** Serves a constant string of a length: the limit that the platform sets. */
export async function serveConstant(length: number): Promise<Served> {
  const args = ["run", "-A", "bench/constant_server.ts", String(length)];
  const command = start(args, {}, "piped");
  const reader = command.stdout.pipeThrough(new TextDecoderStream())
    .getReader();
  const { value: port } = await reader.read();
  await reader.cancel();
  return served(command, {
    url: `http://127.0.0.1:${Number(port)}`,
    firstByte: 0,
  });
}

async function serve(
  args: string[],
  { port, env }: { port: number; env: Record<string, string> },
): Promise<Served> {
  const begun = performance.now();
  const command = start(args, env, "null");
  const url = `http://127.0.0.1:${port}`;
  while (performance.now() - begun < PATIENCE) {
    try {
      const response = await fetch(url);
      const firstByte = performance.now() - begun;
      await response.body?.cancel();
      return served(command, { url, firstByte });
    } catch {
      // It does not listen yet.
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  command.kill("SIGKILL");
  throw new Error("The server did not start");
}

function served(
  command: Deno.ChildProcess,
  facts: Pick<Served, "url" | "firstByte">,
): Served {
  return {
    ...facts,
    async [Symbol.asyncDispose]() {
      command.kill("SIGTERM");
      await command.status;
    },
  };
}

function start(
  args: string[],
  env: Record<string, string>,
  stdout: "null" | "piped",
): Deno.ChildProcess {
  const options = {
    args,
    env,
    cwd: ROOT,
    stdin: "null",
    stdout,
    stderr: "null",
  } as const;
  return new Deno.Command(Deno.execPath(), options).spawn();
}

async function output(args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd: ROOT,
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}
