import { ROOT } from "../source_files.ts";
import { TOKEN } from "./denokv.ts";
import type { Sink } from "./sink.ts";

/** What a worker is to do its work with. */
export interface WorkerWorld {
  storeUrl: string;
  sink: Sink;
}

/** Variables for a command that has its store on a server, and sends to a sink under a name. */
export function environment(
  name: string,
  { storeUrl, sink }: WorkerWorld,
): Record<string, string> {
  return {
    KV_PATH: storeUrl,
    DENO_KV_ACCESS_TOKEN: TOKEN,
    MAIL_URL: sink.urlFor(name),
    MAIL_FROM: "post@example.com",
  };
}

/** A program that sends what is due, in a process of its own. */
export class WorkerProcess implements AsyncDisposable {
  /** What the sink knows it by. */
  readonly name: string;
  readonly #child: Deno.ChildProcess;
  readonly #output: Promise<Deno.CommandOutput>;
  #hasEnded = false;

  /** Starts a program, named by its path in the project, with its arguments. */
  constructor(name: string, program: readonly string[], world: WorkerWorld) {
    this.name = name;
    this.#child = new Deno.Command(Deno.execPath(), {
      args: ["run", "--quiet", "-A", ...program],
      cwd: ROOT,
      env: { NO_COLOR: "1", ...environment(name, world) },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    this.#output = this.#child.output();
  }

  /** Ends it at once, without letting it finish anything. */
  async kill(): Promise<void> {
    await this.#ended("SIGKILL");
  }

  /** Asks it to end; throws what it said if that did not go well. */
  async end(): Promise<void> {
    const { success, stderr } = await this.#ended("SIGTERM");
    if (!success) throw new Error(new TextDecoder().decode(stderr));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#hasEnded) await this.kill();
  }

  async #ended(signal: Deno.Signal): Promise<Deno.CommandOutput> {
    this.#hasEnded = true;
    this.#child.kill(signal);
    return await this.#output;
  }
}
