const ENCODER = new TextEncoder();

/** Writes a line of what was asked for. */
export function say(line: string): void {
  writeAll(Deno.stdout, `${line}\n`);
}

/** Writes a line about what is going on or went wrong, apart from what was asked for. */
export function complain(line: string): void {
  writeAll(Deno.stderr, `${line}\n`);
}

/** Writes to a terminal without ending the line; nothing where there is no terminal. */
export function draw(text: string): void {
  if (isWatched()) writeAll(Deno.stderr, text);
}

/** Whether somebody watches: progress is shown on a terminal alone. */
export function isWatched(): boolean {
  return Deno.stderr.isTerminal();
}

/** The text in one of the terminal's colours, unless colours are not wanted. */
export function coloured(
  text: string,
  colour: "red" | "blue" | "faded" | "bold",
): string {
  if (Deno.noColor) return text;
  const code = { red: 31, blue: 34, faded: 2, bold: 1 }[colour];
  return `\x1b[${code}m${text}\x1b[0m`;
}

/** A whole number as people write it. */
export function count(value: number): string {
  return value.toLocaleString("en");
}

/** A number with its noun: 1 mailing, 1,204 mailings. */
export function counted(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? "" : "s"}`;
}

function writeAll(
  stream: { writeSync(bytes: Uint8Array): number },
  text: string,
): void {
  let rest = ENCODER.encode(text);
  while (rest.length > 0) rest = rest.subarray(stream.writeSync(rest));
}

/** Does something that talks on standard output, which is kept for programs to read. */
export async function apart<T>(work: () => Promise<T>): Promise<T> {
  const { log, error } = console;
  const talk = (through: typeof log) =>
    Object.assign(console, { log: through });
  talk(error);
  try {
    return await work();
  } finally {
    talk(log);
  }
}
