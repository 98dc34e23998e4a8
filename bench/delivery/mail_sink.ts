import { freePort } from "../../tests/free_port.ts";
import { SMTP_SINK } from "../../tests/tools/known.ts";
import { found } from "../../tests/tools/tool.ts";

/** A mail server that takes everything and keeps nothing. */
export interface MailSink extends AsyncDisposable {
  port: number;
}

const PATIENCE = 5_000;
const BACKLOG = "1000";

/** Starts Postfix's `smtp-sink`; throws, saying what to install, if it is not there. */
export async function startMailSink(): Promise<MailSink> {
  const port = freePort();
  const sink = new Deno.Command(await found(SMTP_SINK), {
    args: [...asNobody(), `127.0.0.1:${port}`, BACKLOG],
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
  await listens(port);
  return {
    port,
    async [Symbol.asyncDispose]() {
      sink.kill("SIGKILL");
      await sink.status;
    },
  };
}

/** It will not run as root. */
function asNobody(): string[] {
  return Deno.uid() === 0 ? ["-u", "nobody"] : [];
}

async function listens(port: number): Promise<void> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    try {
      (await Deno.connect({ hostname: "127.0.0.1", port })).close();
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
