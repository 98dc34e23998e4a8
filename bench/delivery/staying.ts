import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A process that does nothing but deliver. */
export function startStaying(path: string, port: number) {
  const process = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "bench/delivery/stay.ts", path, String(port)],
    cwd: ROOT,
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const questions = process.stdin.getWriter();
  const answers = process.stdout.pipeThrough(new TextDecoderStream())
    .getReader();
  return {
    async lastStart(): Promise<number> {
      await questions.write(new TextEncoder().encode("?\n"));
      const { value } = await answers.read();
      if (!value) throw new Error("The worker has ended");
      return Number(value);
    },
    async [Symbol.asyncDispose]() {
      process.kill("SIGKILL");
      await questions.abort().catch(() => {});
      await answers.cancel();
      await process.status;
    },
  };
}
