import type { ServerKind } from "./server_kind.ts";

/** Whether a mail that a server has taken over is in a folder or below it. */
export async function hasMail(
  folder: string,
  { isTaken }: Pick<ServerKind, "isTaken">,
): Promise<boolean> {
  for (const { name, isDirectory } of await entriesIn(folder)) {
    const path = `${folder}/${name}`;
    const isMail = isDirectory
      ? await hasMail(path, { isTaken })
      : isTaken({ name, mode: await modeOf(path) });
    if (isMail) return true;
  }
  return false;
}

// Files and folders come and go while the server works.

async function entriesIn(folder: string): Promise<Deno.DirEntry[]> {
  const entries = Array.fromAsync(Deno.readDir(folder));
  return await unlessGone(entries) ?? [];
}

async function modeOf(path: string): Promise<number> {
  return (await unlessGone(Deno.lstat(path)))?.mode ?? 0;
}

async function unlessGone<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
