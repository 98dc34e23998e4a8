import { Misuse } from "../../tasks/command.ts";
import { cacheFolder } from "../cache_folder.ts";

/** The release that is installed. */
const VERSION = "0.14.0";

/** The program, for what runs in other processes than the one that installed it. */
export function denokvPath(): string {
  return `${cacheFolder(Deno.env.toObject())}/denokv-${VERSION}/bin/denokv`;
}

/** Builds `denokv` if it is not there yet; throws `Misuse` where it cannot be built. */
export async function installDenokv(
  say: (line: string) => void,
): Promise<string> {
  const path = denokvPath();
  if (await runs(path, ["--help"])) return path;
  const root = path.slice(0, -"/bin/denokv".length);
  say(`Building denokv ${VERSION} with cargo, which takes some minutes…`);
  const args = ["install", "denokv", "--version", VERSION, "--locked"];
  // It is in no hurry, and others may be at work on this machine.
  const built = await runs("nice", ["cargo", ...args, "-j2", "--root", root]);
  if (built) return path;
  throw new Misuse(
    "denokv cannot be built: it needs cargo (Rust 1.91 or newer) with a C compiler, and a way to crates.io.",
  );
}

async function runs(program: string, args: string[]): Promise<boolean> {
  try {
    const { success } = await new Deno.Command(program, {
      args,
      stdin: "null",
      stdout: "null",
      stderr: program === "nice" ? "inherit" : "null",
    }).output();
    return success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
