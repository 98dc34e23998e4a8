import { atEnd } from "../web/ending.ts";
import { complain } from "./terminal.ts";

const SCRIPT = new URL("./deliver.ts", import.meta.url);
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
/** A process that lived so long had begun well. */
const HEALTHY = 60_000;

/** Has processes of their own send what is due, others as soon as they die, until this one ends. */
export function keepDelivering(workers: number): void {
  for (let n = 0; n < workers; n++) keepOneDelivering();
}

function keepOneDelivering(): void {
  let isEnding = false;
  let process = start();
  const kept = (async () => {
    for (let wait = FIRST_WAIT; !isEnding; wait *= 2) {
      const begun = performance.now();
      const { code } = await process.status;
      if (isEnding) return;
      if (performance.now() - begun > HEALTHY) wait = FIRST_WAIT;
      complain(
        `The process that delivers ended with status ${code}; another follows.`,
      );
      await new Promise((resolve) =>
        setTimeout(resolve, Math.min(wait, LONGEST_WAIT))
      );
      if (!isEnding) process = start();
    }
  })();
  atEnd(async () => {
    isEnding = true;
    // It ends with its input, even where nobody can close that any more.
    await process.stdin.close().catch(() => {});
    await Promise.race([process.status, kept]);
  });
}

function start(): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", SCRIPT.pathname],
    env: { DELIVERY: "here" },
    stdin: "piped",
    stdout: "null",
    stderr: "inherit",
  }).spawn();
}
