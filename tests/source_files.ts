import { fileURLToPath } from "node:url";

/** The project's root, without a slash at the end. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url)).replace(
  /\/$/,
  "",
);

const LEFT_OUT = /^(node_modules|_fresh|data|\.git|static|coverage)$/;

/** The paths of all source files below a folder, relative to it; what is generated is left out. */
export async function filesOf(root: string, folder = ""): Promise<string[]> {
  const paths: string[] = [];
  for await (const entry of Deno.readDir(`${root}/${folder}`)) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.name.startsWith(".") || LEFT_OUT.test(entry.name)) continue;
    if (entry.isDirectory) paths.push(...await filesOf(root, path));
    else paths.push(path);
  }
  return paths.sort();
}
