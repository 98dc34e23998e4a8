/** A step of an SMTP dialogue: the first four letters of the command, or its other moments. */
export type Step =
  | "greeting"
  | "EHLO"
  | "STAR"
  | "AUTH"
  | "MAIL"
  | "RCPT"
  | "DATA"
  | ".";

/** What a scripted server says at each step; `null` hangs up, `""` says nothing at all. */
export type Script = Partial<Record<Step, string | null>>;

const POLITE: Readonly<Record<Step, string>> = {
  greeting: "220 hello",
  EHLO: "250-hello\r\n250 AUTH PLAIN LOGIN",
  STAR: "502 no",
  AUTH: "235 in",
  MAIL: "250 ok",
  RCPT: "250 ok",
  DATA: "354 go on",
  ".": "250 2.0.0 queued as 1",
};

/** For tests: a mail server on loopback that answers each step by a script, well or badly. */
export class ScriptedServer {
  /** The script, which may change while the server runs. */
  readonly script: Script;
  /** Every command received. */
  readonly commands: string[] = [];
  readonly #listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  readonly #connections = new Set<Deno.Conn>();
  readonly #serving: Promise<void>;

  constructor(script: Script) {
    this.script = script;
    this.#serving = this.#serve();
  }

  /** The port it listens on. */
  get port(): number {
    return this.#listener.addr.port;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener.close();
    for (const connection of this.#connections) connection.close();
    this.#connections.clear();
    await this.#serving;
  }

  async #serve(): Promise<void> {
    const dialogues: Promise<void>[] = [];
    for await (const connection of this.#listener) {
      this.#connections.add(connection);
      // A client that goes away in the middle of the dialogue is what some tests are about.
      const dialogue = this.#talk(connection).catch(() => {});
      dialogues.push(dialogue.finally(() => this.#hangUp(connection)));
    }
    await Promise.all(dialogues);
  }

  async #talk(connection: Deno.TcpConn): Promise<void> {
    if (!await this.#say(connection, "greeting")) return;
    const decoder = new TextDecoder();
    let rest = "";
    let inData = false;
    const buffer = new Uint8Array(64 * 1024);
    for (
      let size = await connection.read(buffer);
      size;
      size = await connection.read(buffer)
    ) {
      const lines = (rest + decoder.decode(buffer.subarray(0, size))).split(
        "\r\n",
      );
      rest = lines.pop() ?? "";
      for (const line of lines.filter((line) => !inData || line === ".")) {
        this.commands.push(line);
        const step = stepOf(line);
        if (!await this.#say(connection, step)) return;
        inData = step === "DATA" && this.#reply(step)?.startsWith("3") === true;
      }
    }
  }

  async #say(
    connection: Deno.TcpConn,
    step: Step | undefined,
  ): Promise<boolean> {
    const reply = this.#reply(step);
    if (reply) await connection.write(new TextEncoder().encode(`${reply}\r\n`));
    return reply !== null;
  }

  #reply(step: Step | undefined): string | null {
    if (step === undefined) return "250 ok";
    const reply = this.script[step];
    return reply === undefined ? POLITE[step] : reply;
  }

  #hangUp(connection: Deno.TcpConn): void {
    if (this.#connections.delete(connection)) connection.close();
  }
}

function stepOf(line: string): Step | undefined {
  const steps = Object.keys(POLITE) as Step[];
  return steps.find((step) => step === line.slice(0, 4));
}
