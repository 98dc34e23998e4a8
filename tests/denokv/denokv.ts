import { freePort } from "../free_port.ts";
import { waitFor } from "../wait_for.ts";
import { denokvPath } from "./install.ts";

/** What a client needs to be let in; Deno reads it from `DENO_KV_ACCESS_TOKEN`. */
export const TOKEN = "a token of the tests";

const START_SECONDS = 10;
/** Runs a program that is killed when its input ends, as it does when its starter dies. */
const NEVER_LEFT_ALONE =
  'exec 3<&0; (read _ <&3; kill -KILL $$) & exec "$0" "$@" 3<&-';

/** A `denokv` server on a free port of the loopback, with a database of its own. */
export class Denokv {
  readonly port: number;
  readonly #folder: string;
  #process: Deno.ChildProcess | undefined;

  private constructor(port: number, folder: string) {
    this.port = port;
    this.#folder = folder;
  }

  /** Starts a server on an empty database. */
  static async open(): Promise<Denokv> {
    const folder = await Deno.makeTempDir({ prefix: "sendoff-denokv-" });
    const server = new Denokv(freePort(), folder);
    await server.start();
    return server;
  }

  /** What to open. */
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it, again after `kill`, and waits until it listens. */
  async start(): Promise<void> {
    this.#process = new Deno.Command("sh", {
      args: [
        ...["-c", NEVER_LEFT_ALONE, denokvPath()],
        ...["--sqlite-path", `${this.#folder}/kv.db`, "serve"],
        ...["--addr", `127.0.0.1:${this.port}`, "--access-token", TOKEN],
      ],
      stdin: "piped",
      stdout: "null",
      stderr: "null",
    }).spawn();
    await waitFor("denokv to listen", () => listens(this.port), START_SECONDS);
  }

  /** Ends it at once. */
  async kill(): Promise<void> {
    const process = this.#process;
    this.#process = undefined;
    if (!process) return;
    process.kill("SIGKILL");
    await process.stdin.close();
    await process.status;
  }

  /** Ends it without waiting, for where nothing can be waited for. */
  abandon(): void {
    this.#process?.kill("SIGKILL");
    this.#process = undefined;
    Deno.removeSync(this.#folder, { recursive: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    await Deno.remove(this.#folder, { recursive: true });
  }
}

async function listens(port: number): Promise<boolean> {
  try {
    (await Deno.connect({ hostname: "127.0.0.1", port })).close();
    return true;
  } catch {
    return false;
  }
}
