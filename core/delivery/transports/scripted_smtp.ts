/** A step of an SMTP dialogue: the first four letters of the command, or its other moments. */
export type Step =
  | "greeting"
  | "EHLO"
  | "STAR"
  | "AUTH"
  | "MAIL"
  | "RCPT"
  | "DATA"
  | "."
  | "RSET";

/** What a server says: `null` hangs up, `""` says nothing at all. */
export type Answer = string | null;

/** What a scripted server says at each step; a function is told which time it is, from 1. */
export type Script = Partial<Record<Step, Answer | ((nth: number) => Answer)>>;

const POLITE: Readonly<Record<Step, string>> = {
  greeting: "220 hello",
  EHLO: "250-hello\r\n250 AUTH PLAIN LOGIN",
  STAR: "502 no",
  AUTH: "235 in",
  MAIL: "250 ok",
  RCPT: "250 ok",
  DATA: "354 go on",
  ".": "250 2.0.0 queued as 1",
  RSET: "250 clean",
};

/** For tests: a mail server on loopback that answers each step by a script, well or badly. */
export class ScriptedServer {
  /** The script, which may change while the server runs. */
  readonly script: Script;
  /** Every command received. */
  readonly commands: string[] = [];
  /** What came in one piece, as the client wrote it, more or less. */
  readonly pieces: string[] = [];
  /** Whether the message that just ended had nothing in it. */
  emptyMessage = false;
  /** How many connections there have been. */
  greeted = 0;
  readonly #times = new Map<Step, number>();
  readonly #listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  readonly #connections = new Set<Deno.TcpConn>();
  readonly #serving: Promise<void>;

  constructor(script: Script) {
    this.script = script;
    this.#serving = this.#serve();
  }

  /** The port it listens on. */
  get port(): number {
    return this.#listener.addr.port;
  }

  /** How many connections there are. */
  get open(): number {
    return this.#connections.size;
  }

  /** Says something on every connection, which nobody asked for. */
  async interject(reply: string): Promise<void> {
    await this.drip(`${reply}\r\n`);
  }

  /** Says a part of a reply on every connection. */
  async drip(text: string): Promise<void> {
    const bytes = new TextEncoder().encode(text);
    for (const connection of this.#connections) await connection.write(bytes);
  }

  /** Ends every connection there is. */
  hangUpAll(): void {
    for (const connection of this.#connections) this.#hangUp(connection);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener.close();
    this.hangUpAll();
    await this.#serving;
  }

  async #serve(): Promise<void> {
    const dialogues: Promise<void>[] = [];
    for await (const connection of this.#listener) {
      this.#connections.add(connection);
      connection.setNoDelay(true);
      // A client that goes away in the middle of the dialogue is what some tests are about.
      const dialogue = this.#talk(connection).catch(() => {});
      dialogues.push(dialogue.finally(() => this.#hangUp(connection)));
    }
    await Promise.all(dialogues);
  }

  async #talk(connection: Deno.TcpConn): Promise<void> {
    this.greeted++;
    if (await this.#say(connection, "greeting") === null) return;
    const decoder = new TextDecoder();
    let rest = "";
    let inData = false;
    const buffer = new Uint8Array(64 * 1024);
    for (
      let size = await connection.read(buffer);
      size;
      size = await connection.read(buffer)
    ) {
      const piece = decoder.decode(buffer.subarray(0, size));
      this.pieces.push(piece);
      const lines = (rest + piece).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (inData && line !== ".") {
          this.emptyMessage = false;
          continue;
        }
        this.commands.push(line);
        const said = await this.#say(connection, stepOf(line));
        if (said === null) return;
        inData = said.startsWith("354");
        if (inData) this.emptyMessage = true;
      }
    }
  }

  async #say(
    connection: Deno.TcpConn,
    step: Step | undefined,
  ): Promise<Answer> {
    const reply = step === undefined ? "250 ok" : this.#reply(step);
    if (reply) await connection.write(new TextEncoder().encode(`${reply}\r\n`));
    return reply;
  }

  #reply(step: Step): Answer {
    const nth = (this.#times.get(step) ?? 0) + 1;
    this.#times.set(step, nth);
    const reply = this.script[step];
    if (reply === undefined) return POLITE[step];
    return typeof reply === "function" ? reply(nth) : reply;
  }

  #hangUp(connection: Deno.TcpConn): void {
    if (this.#connections.delete(connection)) connection.close();
  }
}

function stepOf(line: string): Step | undefined {
  const steps = Object.keys(POLITE) as Step[];
  return steps.find((step) => step === line.slice(0, 4));
}
