/** A program that tests or benches start, and how a machine comes by it. */
export interface Tool {
  name: string;
  /** A variable of the environment that says where it is. */
  variable?: string;
  /** Where it usually is. */
  places: readonly string[];
  /** The package of Debian that has it. */
  debian: string;
  /** Gets it some other way where the package can't be had. */
  otherwise?: readonly string[];
}

/** Where a tool is, if it is anywhere. */
export async function placeOf(
  { variable, places }: Tool,
): Promise<string | undefined> {
  const told = variable === undefined ? undefined : Deno.env.get(variable);
  for (const path of [...told ? [told] : [], ...places]) {
    if (await isFile(path)) return path;
  }
  return undefined;
}

/** Where a tool is; throws, saying how to get it, if it is nowhere. */
export async function found(tool: Tool): Promise<string> {
  const path = await placeOf(tool);
  if (path !== undefined) return path;
  throw new Error(howToGet(tool));
}

/** What somebody does who lacks a tool. */
export function howToGet({ name, debian, variable, places }: Tool): string {
  const set = variable === undefined ? "" : `, or set ${variable} to its path`;
  return `${name} is missing. Install it (on Debian: apt-get install ${debian})${set}. ` +
    `Looked for at: ${places.join(", ")}.`;
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
