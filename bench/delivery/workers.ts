import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Until a process looks for work. */
const BEGINNING = 1_000;

/** Where workers find what is to be sent, and send it to. */
export interface Workplace {
  path: string;
  port: number;
}

/** Starts processes that send what is due, as `start` has them, until they are disposed of. */
export async function startWorkers(
  count: number,
  { path, port }: Workplace,
): Promise<AsyncDisposable> {
  const processes = Array.from(
    { length: count },
    () =>
      new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", "tasks/deliver.ts"],
        cwd: ROOT,
        env: {
          KV_PATH: path,
          MAIL_URL: `smtp://127.0.0.1:${port}?tls=off`,
          MAIL_FROM: "news@sendoff.example",
        },
        stdin: "piped",
      }).spawn(),
  );
  if (count > 0) await new Promise((resolve) => setTimeout(resolve, BEGINNING));
  return {
    async [Symbol.asyncDispose]() {
      for (const { stdin } of processes) await stdin.close();
      for (const { status } of processes) await status;
    },
  };
}
