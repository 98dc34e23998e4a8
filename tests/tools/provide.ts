import { join } from "node:path";
import { tmpdir } from "node:os";
import { howToGet, placeOf, type Tool } from "./tool.ts";

const APT = "/usr/bin/apt-get";
/** Seconds that apt waits for somebody else's lock. */
const PATIENCE = 600;

/** What was tried to get a tool, and what came of it. */
interface Trial {
  command: string;
  said: string;
}

/**
 * Sees to it that tools are there before anything starts that needs them, and installs what is
 * missing, once however many ask. Throws with what was tried if one can't be had.
 */
export async function provide(
  tools: readonly Tool[],
  tell: (line: string) => void,
): Promise<void> {
  if ((await missing(tools)).length === 0) return;
  // Others may be about the same: whoever comes second finds it done.
  using lock = await Deno.open(join(tmpdir(), "sendoff-tools.lock"), {
    write: true,
    create: true,
  });
  await lock.lock(true);
  const wanted = await missing(tools);
  if (wanted.length === 0) return;
  tell(`Installing ${wanted.map(({ name }) => name).join(", ")}…`);
  const trials = await install(wanted);
  const left = await missing(wanted);
  if (left.length === 0) return;
  throw new Error([
    ...left.map(howToGet),
    ...trials.map(({ command, said }) => `Tried: ${command}\n${said}`),
  ].join("\n"));
}

async function missing(tools: readonly Tool[]): Promise<Tool[]> {
  const places = await Promise.all(tools.map(placeOf));
  return tools.filter((_, index) => places[index] === undefined);
}

async function install(tools: readonly Tool[]): Promise<Trial[]> {
  const trials = [...await installPackages(tools)];
  for (const tool of await missing(tools)) {
    if (tool.otherwise) trials.push(await attempt(tool.otherwise));
  }
  return trials;
}

async function installPackages(tools: readonly Tool[]): Promise<Trial[]> {
  const isDebian = Deno.build.os === "linux" &&
    await Deno.stat(APT).then(() => true, () => false);
  if (!isDebian) return [];
  if (Deno.uid() !== 0) {
    return [{ command: "apt-get", said: "Only root may install packages." }];
  }
  const wait = ["-o", `DPkg::Lock::Timeout=${PATIENCE}`];
  const packages = [...new Set(tools.map(({ debian }) => debian))];
  return [
    await attempt([APT, ...wait, "-qq", "update"]),
    await attempt([
      APT,
      ...wait,
      "-y",
      "-qq",
      "--no-install-recommends",
      "install",
      ...packages,
    ]),
  ];
}

async function attempt([program = "", ...args]: readonly string[]) {
  const command = [program, ...args].join(" ");
  try {
    const { success, stderr } = await new Deno.Command(program, {
      args,
      env: { DEBIAN_FRONTEND: "noninteractive" },
      stdin: "null",
      stdout: "null",
      stderr: "piped",
    }).output();
    const said = new TextDecoder().decode(stderr).trim();
    return {
      command,
      said: said || (success ? "It went well." : "It failed."),
    };
  } catch (error) {
    return { command, said: String(error) };
  }
}
