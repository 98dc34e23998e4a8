import { WRK } from "../tests/tools/known.ts";
import { found } from "../tests/tools/tool.ts";

const CONNECTIONS = 32;
const THREADS = 2;
/** Answers may be late on a busy machine: that lowers the rate, and is no failure. */
const PATIENCE = "10s";

/** How a load is put on an address. */
export interface Load {
  /** How long, in seconds. */
  seconds: number;
  headers?: Record<string, string>;
}

/** Requests a second that an address answers under 32 connections; throws if any answer is an error. */
export async function requestsPerSecond(
  url: string,
  { seconds, headers = {} }: Load,
): Promise<number> {
  const lines = Object.entries(headers).flatMap((
    [name, value],
  ) => ["-H", `${name}: ${value}`]);
  const load = [
    `-t${THREADS}`,
    `-c${CONNECTIONS}`,
    `-d${seconds}s`,
    "--timeout",
    PATIENCE,
  ];
  const output = await run(await found(WRK), [...load, ...lines, url]);
  const failures = output.match(/.*(?:Non-2xx or 3xx|Socket errors).*/g);
  if (failures) {
    const said = failures.map((line) => line.trim()).join("; ");
    throw new Error(`${url} failed under load: ${said}`);
  }
  const [, rate] = output.match(/Requests\/sec:\s+([\d.]+)/) ?? [];
  if (rate === undefined) throw new Error(`wrk said: ${output}`);
  return Number(rate);
}

async function run(command: string, args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(command, { args })
    .output();
  const decoder = new TextDecoder();
  if (!success) {
    throw new Error(
      `${command}: ${decoder.decode(stderr) || decoder.decode(stdout)}`,
    );
  }
  return decoder.decode(stdout);
}
