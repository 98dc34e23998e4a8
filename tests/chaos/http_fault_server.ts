import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { createGzip } from "node:zlib";

/** How the service behaves towards one request. */
export interface HttpFault {
  /** Whether it took the mail over, whatever the far end hears of it. */
  takes: boolean;
  /** When it acts: before it has read anything, after the head, or after all. */
  at: "connection" | "head" | "request";
  act(socket: Socket): void;
}

/** How large the answer that comes compressed would be in full. */
export const BOMB_SIZE = 200 * 1_024 * 1_024;

const KILOBYTES_64 = new Uint8Array(64 * 1_024).fill(120);

/** What a service does that is well. */
export const WELL: HttpFault = answering('{"id":"m-1"}');

/** Answers 200 with a text, unless told otherwise. */
export function answering(
  text: string,
  { status = "200 OK", headers = {}, takes = true }: {
    status?: string;
    headers?: Record<string, string>;
    takes?: boolean;
  } = {},
): HttpFault {
  const all = {
    "content-type": "application/json",
    "content-length": `${new TextEncoder().encode(text).length}`,
    ...headers,
  };
  return {
    takes,
    at: "request",
    act: (socket) => void socket.write(`${headOf(status, all)}${text}`),
  };
}

/** Breaks the connection at a moment. */
export function resetting(at: HttpFault["at"]): HttpFault {
  return {
    takes: at === "request",
    at,
    act: (socket) => void socket.resetAndDestroy(),
  };
}

/** Reads the request, and says nothing any more after a beginning. */
export function stalling(beginning = ""): HttpFault {
  return {
    takes: true,
    at: "request",
    act: (socket) => void socket.write(beginning),
  };
}

/** Answers rightly, but byte by byte. */
export function dripping(every: number): HttpFault {
  return {
    takes: true,
    at: "request",
    act(socket) {
      const text = `${
        headOf("200 OK", { "content-length": "12" })
      }{"id":"m-1"}`;
      let at = 0;
      const timer = setInterval(() => socket.write(text[at++] ?? ""), every);
      socket.once("close", () => clearInterval(timer));
    },
  };
}

/** Answers without an end; `sent` tells how many bytes were taken from it. */
export function endless(): HttpFault & { sent: number } {
  const fault = {
    takes: true,
    at: "request" as const,
    sent: 0,
    act(socket: Socket) {
      socket.write(headOf("200 OK", { "content-type": "application/json" }));
      const more = () => {
        if (socket.destroyed) return;
        fault.sent += KILOBYTES_64.length;
        socket.write(KILOBYTES_64, (error) => error ? undefined : more());
      };
      more();
    },
  };
  return fault;
}

/** Answers with little that unpacks into very much. */
export async function bomb(): Promise<HttpFault> {
  const packed = await zeroes(BOMB_SIZE);
  return {
    takes: true,
    at: "request",
    act(socket) {
      socket.write(headOf("200 OK", {
        "content-type": "application/json",
        "content-encoding": "gzip",
        "content-length": `${packed.length}`,
      }));
      socket.write(packed);
    },
  };
}

/** The first lines of an answer. */
export function headOf(
  status: string,
  headers: Record<string, string>,
): string {
  const lines = Object.entries(headers).map(([name, value]) =>
    `${name}: ${value}\r\n`
  );
  return `HTTP/1.1 ${status}\r\n${lines.join("")}\r\n`;
}

/** A mail service on this machine that takes mail over HTTP, and fails as told. */
export class HttpFaultServer {
  /** What it does with a request; what was begun goes on as it was. */
  fault: HttpFault = WELL;
  /** Every mail that it took over, in order: to whom, under which key. */
  readonly taken: { address: string; key: string }[] = [];
  /** How many requests it has read. */
  requests = 0;
  #server: Server = createServer();
  #port = 0;
  readonly #sockets = new Set<Socket>();

  /** Listens, on the port that it had before if there was one. */
  async start(): Promise<void> {
    this.#server = createServer((socket) => this.#serve(socket));
    this.#server.listen(this.#port, "127.0.0.1");
    await once(this.#server, "listening");
    const address = this.#server.address();
    if (typeof address === "object" && address) this.#port = address.port;
  }

  /** Refuses every connection from now on, and closes those that there are. */
  async stop(): Promise<void> {
    const closed = once(this.#server, "close");
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  /** Where it takes mail. */
  get url(): URL {
    return new URL(`http://token@127.0.0.1:${this.#port}/mail`);
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once("close", () => this.#sockets.delete(socket));
    socket.on("error", () => {});
    const begun = this.fault;
    if (begun.at === "connection") return begun.act(socket);
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      if (this.fault.at === "head" && text.includes("\r\n\r\n")) {
        return this.fault.act(socket);
      }
      const size = sizeOf(text);
      if (size === undefined || text.length < size) return;
      this.#answer(socket, text.slice(0, size));
      text = text.slice(size);
    });
  }

  #answer(socket: Socket, request: string): void {
    const { fault } = this;
    this.requests++;
    if (fault.takes) this.taken.push(mailIn(request));
    fault.act(socket);
  }
}

/** How long a request is, as far as its head has come in. */
function sizeOf(text: string): number | undefined {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const length = /^content-length: (\d+)\r$/im.exec(text.slice(0, end + 2));
  return end + 4 + Number(length?.[1] ?? 0);
}

function mailIn(request: string): { address: string; key: string } {
  const key = /^idempotency-key: (.*)\r$/im.exec(request)?.[1] ?? "";
  const body: { to: { address: string } } = JSON.parse(
    request.slice(request.indexOf("\r\n\r\n")),
  );
  return { address: body.to.address, key };
}

async function zeroes(size: number): Promise<Uint8Array> {
  const gzip = createGzip({ level: 9 });
  const chunks: Uint8Array[] = [];
  gzip.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const ended = once(gzip, "end");
  const block = new Uint8Array(1_024 * 1_024);
  for (let at = 0; at < size; at += block.length) {
    if (!gzip.write(block)) await once(gzip, "drain");
  }
  gzip.end();
  await ended;
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
}
