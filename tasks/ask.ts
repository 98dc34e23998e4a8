import { Misuse } from "./command.ts";

const ENTER = ["\r", "\n"];
const ERASE = ["\x7f", "\b"];
const GIVE_UP = ["\x03", "\x04"];

/** Asks for a line on standard input; `Misuse` if there is none. */
export async function ask(question: string): Promise<string> {
  prompt(question);
  return await readLine(question);
}

/** Asks for a line that is not shown while it is typed on a terminal. */
export async function askHidden(question: string): Promise<string> {
  if (!Deno.stdin.isTerminal()) return await ask(question);
  prompt(question);
  Deno.stdin.setRaw(true);
  try {
    return await readUnseen();
  } finally {
    Deno.stdin.setRaw(false);
    write("\n");
  }
}

async function readLine(question: string): Promise<string> {
  const bytes: number[] = [];
  for (;;) {
    const byte = await readByte();
    if (byte === undefined && bytes.length === 0) {
      throw new Misuse(`${question} is missing. See --help.`);
    }
    if (byte === undefined || byte === 10) break;
    bytes.push(byte);
  }
  return new TextDecoder().decode(new Uint8Array(bytes)).replace(/\r$/, "");
}

async function readUnseen(): Promise<string> {
  const typed: string[] = [];
  const decoder = new TextDecoder();
  for (;;) {
    const byte = await readByte();
    if (byte === undefined) return typed.join("");
    const key = decoder.decode(new Uint8Array([byte]), { stream: true });
    if (ENTER.includes(key)) return typed.join("");
    if (GIVE_UP.includes(key)) {
      throw new Misuse("Given up. Nothing was written.");
    }
    if (ERASE.includes(key)) typed.pop();
    else if (key) typed.push(key);
  }
}

// One byte at a time: what follows the line belongs to the next question.
async function readByte(): Promise<number | undefined> {
  const buffer = new Uint8Array(1);
  return await Deno.stdin.read(buffer) === null ? undefined : buffer[0];
}

function prompt(question: string): void {
  if (Deno.stdin.isTerminal()) write(`${question}: `);
}

function write(text: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(text));
}
