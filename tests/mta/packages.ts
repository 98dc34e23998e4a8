import { Misuse } from "../../tasks/command.ts";
import { cacheFolder } from "../cache_folder.ts";
import { Apt, AptFault, RELEASE } from "./apt.ts";

/** A set of Debian packages that run together. */
export interface PackageSet {
  name: string;
  /** The one it is about first; the libraries they need come by themselves. */
  packages: readonly string[];
}

/** Where programs look for a shell and libraries; Debian's own base makes these links. */
const MERGED = ["bin", "lib", "lib64", "sbin"];

/**
 * A folder with packages unpacked and not installed, so that packages that exclude each
 * other lie side by side and the machine's own mail stays as it is. Kept between calls;
 * throws `Misuse` where Debian's packages cannot be had.
 */
export async function unpacked(
  { name, packages }: PackageSet,
): Promise<string> {
  const folder = `${cacheFolder(Deno.env.toObject())}/debian-${RELEASE}`;
  const root = `${folder}/${name}`;
  if (await exists(root)) return root;
  await Deno.mkdir(folder, { recursive: true });
  const work = await Deno.makeTempDir({ dir: folder, prefix: "unpacking-" });
  try {
    const apt = await Apt.open(`${work}/apt`);
    await apt.unpack(packages, `${work}/root`);
    await linkMerged(`${work}/root`);
    await Deno.rename(`${work}/root`, root);
  } catch (error) {
    if (!(error instanceof AptFault)) throw error;
    throw new Misuse(
      `Debian's package ${packages[0]} cannot be had. ${error.message}`,
    );
  } finally {
    await Deno.remove(work, { recursive: true });
  }
  return root;
}

async function linkMerged(root: string): Promise<void> {
  for (const name of MERGED) {
    if (await exists(`${root}/${name}`)) continue;
    await Deno.symlink(`usr/${name}`, `${root}/${name}`);
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.lstat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
