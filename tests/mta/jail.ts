import { Misuse } from "../../tasks/command.ts";

/** Nothing lives longer in a jail, whatever becomes of who started it. */
const LONGEST_SECONDS = 300;

const NAMESPACES = ["--mount", "--pid", "--fork", "--kill-child"];

/** Gives the folder the devices and processes that programs expect, and enters it. */
const ENTER = `
set -e
mount --rbind /dev "$1/dev"
mount -t proc proc "$1/proc"
root=$1
shift
exec timeout -s KILL ${LONGEST_SECONDS} chroot "$root" "$@"
`;

/** A program that takes a folder for the whole machine, with all processes it started. */
export interface Jailed {
  /** What it said on its way to the end, and whether all went well. */
  ended: Promise<{ success: boolean; said: string }>;
  /** Ends it and all that it started at once, as a power cut would. */
  kill(): Promise<void>;
}

/** Throws `Misuse` where this process may not have jails. */
export async function assertNamespaces(): Promise<void> {
  const reason = await whyNot();
  if (reason === undefined) return;
  throw new Misuse(
    `The mail servers run apart from everything else, which needs root on Linux: ${reason}.`,
  );
}

async function whyNot(): Promise<string | undefined> {
  if (Deno.uid() !== 0) return "this is not root";
  const command = new Deno.Command("unshare", {
    args: [...NAMESPACES, "true"],
  });
  try {
    const { success, stderr } = await command.output();
    return success ? undefined : new TextDecoder().decode(stderr).trim();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "there is no unshare";
    throw error;
  }
}

/** Starts a program in a folder of its own, with file systems and processes of its own; needs root. */
export function startInJail(
  root: string,
  command: readonly string[],
): Jailed {
  const child = new Deno.Command("unshare", {
    args: [
      ...NAMESPACES,
      ...["sh", "-c", ENTER, "sh", root, ...command],
    ],
    env: {
      PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    },
    clearEnv: true,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const ended = child.output().then(({ success, stdout, stderr }) => ({
    success,
    said: [stderr, stdout].map((bytes) => new TextDecoder().decode(bytes))
      .join("").trim(),
  }));
  return {
    ended,
    async kill() {
      try {
        child.kill("SIGKILL");
      } catch (error) {
        // It ended by itself.
        if (!(error instanceof TypeError)) throw error;
      }
      await ended;
    },
  };
}
