import type { Socket } from "node:net";
import { type SecureContext, TLSSocket } from "node:tls";
import { SMTPServer } from "smtp-server";
import { type Deed, DRIP, type Moment } from "./fault.ts";

/** A mail that a server took over. */
export interface TakenMail {
  to: string;
  messageId: string;
}

/** What a server offers after EHLO, beyond signing in. */
export interface ServerOffers {
  pipelining?: boolean;
  startTls?: boolean;
}

/** Where a dialogue asks what to do, and tells what it did. */
export interface DialogueParts {
  offers: ServerOffers;
  deedAt: (moment: Moment, line: string) => Deed | undefined;
  onAnswered: (moment: Moment) => void;
  take: (mail: TakenMail) => void;
}

const POLITE: Partial<Record<Moment, string>> = {
  greeting: "220 hello",
  STAR: "220 go on",
  AUTH: "235 2.7.0 in",
  MAIL: "250 2.1.0 ok",
  RCPT: "250 2.1.5 ok",
  DATA: "354 go on",
  ".": "250 2.0.0 queued",
};
const COMMANDS = ["EHLO", "STAR", "AUTH", "MAIL", "RCPT", "DATA"] as const;
const END = "\r\n.\r\n";

let strangersContext: SecureContext | undefined;

/** The certificate that comes with the package, which nobody vouches for. */
function strangersCertificate(): SecureContext | undefined {
  return strangersContext ??= new SMTPServer({
    disabledCommands: ["STARTTLS"],
  }).secureContext.get("*");
}

/** One connection's dialogue, at the server's end. */
export class Dialogue {
  #socket: Socket;
  readonly #parts: DialogueParts;
  #input = "";
  #to = "";
  #inMessage = false;
  #isOver = false;

  constructor(socket: Socket, parts: DialogueParts) {
    this.#socket = socket;
    this.#parts = parts;
  }

  /** Greets the client and hears what it says. */
  begin(): void {
    this.#listen();
    if (this.#act("connection")) this.#act("greeting");
  }

  #listen(): void {
    this.#socket.on("data", (bytes: Uint8Array) => {
      this.#input += new TextDecoder("latin1").decode(bytes);
      this.#read();
    });
  }

  #read(): void {
    while (!this.#isOver && this.#input !== "") {
      if (this.#inMessage ? !this.#readMessage() : !this.#readCommand()) return;
    }
  }

  #readCommand(): boolean {
    const end = this.#input.indexOf("\r\n");
    if (end < 0) return false;
    const line = this.#input.slice(0, end);
    this.#input = this.#input.slice(end + 2);
    const verb = line.slice(0, 4);
    if (isCommand(verb)) return this.#act(verb, { line });
    this.#socket.write(verb === "QUIT" ? "221 bye\r\n" : "250 ok\r\n");
    return true;
  }

  #readMessage(): boolean {
    if (!this.#act("text")) return false;
    // Of an empty message there is the dot alone.
    const text = `\r\n${this.#input}`;
    const end = text.indexOf(END);
    if (end < 0) return false;
    this.#input = text.slice(end + END.length);
    this.#inMessage = false;
    const messageId = text.slice(0, end)
      .match(/^message-id:\s*<([^>]*)>/im)?.[1] ?? "";
    return this.#act(".", { mail: { to: this.#to, messageId } });
  }

  /** Does what is to be done at a moment; whether the dialogue goes on. */
  #act(
    moment: Moment,
    { line = "", mail }: { line?: string; mail?: TakenMail } = {},
  ): boolean {
    const deed = this.#parts.deedAt(moment, line) ??
      { does: "say", reply: this.#polite(moment) };
    if (deed.does !== "say") {
      this.#misbehave(deed);
      return false;
    }
    const agrees = deed.reply.startsWith("2");
    // Whoever is refused gets nothing, even if a message follows.
    if (moment === "MAIL") this.#to = "";
    if (moment === "RCPT" && agrees) this.#to = addressIn(line);
    if (mail?.to && agrees) this.#parts.take(mail);
    if (deed.reply !== "") this.#say(`${deed.reply}\r\n`, moment);
    if (moment === "DATA") this.#inMessage = deed.reply.startsWith("354");
    if (moment === "STAR" && deed.reply.startsWith("220")) this.#encrypt();
    return mail ? this.#act("taken") : !this.#isOver;
  }

  #polite(moment: Moment): string {
    if (moment !== "EHLO") return POLITE[moment] ?? "";
    const { pipelining, startTls } = this.#parts.offers;
    return [
      "250-hello",
      ...(pipelining ? ["250-PIPELINING"] : []),
      ...(startTls && !(this.#socket instanceof TLSSocket)
        ? ["250-STARTTLS"]
        : []),
      "250 AUTH PLAIN LOGIN",
    ].join("\r\n");
  }

  #say(text: string, moment: Moment): void {
    this.#socket.write(text, () => this.#parts.onAnswered(moment));
  }

  #misbehave(deed: Exclude<Deed, { does: "say" }>): void {
    this.#isOver = true;
    const socket = this.#socket;
    if (deed.does === "stall") socket.pause();
    // A moment later, so that what was said before is on its way.
    if (deed.does === "hang up") setTimeout(() => socket.end(), 5);
    if (deed.does === "reset") setTimeout(() => socket.resetAndDestroy(), 5);
    if (deed.does === "drip") this.#drip(deed.reply);
  }

  #drip(reply: string): void {
    const bytes = [...`${reply}\r\n`];
    const timer = setInterval(() => {
      const byte = bytes.shift();
      if (byte === undefined) clearInterval(timer);
      else this.#socket.write(byte);
    }, DRIP);
    this.#socket.once("close", () => clearInterval(timer));
  }

  #encrypt(): void {
    const secureContext = strangersCertificate();
    this.#socket.removeAllListeners("data");
    this.#socket = new TLSSocket(this.#socket, {
      isServer: true,
      ...(secureContext && { secureContext }),
    });
    this.#socket.on("error", () => {});
    this.#listen();
  }
}

function isCommand(verb: string): verb is typeof COMMANDS[number] {
  return (COMMANDS as readonly string[]).includes(verb);
}

function addressIn(line: string): string {
  return line.match(/<(.*)>/)?.[1] ?? "";
}
