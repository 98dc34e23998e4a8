import type { Buffer } from "node:buffer";
import { connect, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import type { Channel, ChannelTarget } from "./channel.ts";

/**
 * Connects like `openChannel`, but takes whatever certificate the server shows: for
 * `verify=off`, which Deno's own connections have no word for.
 */
export async function openUnverifiedChannel(
  { host, port }: ChannelTarget,
  signal: AbortSignal,
): Promise<Channel> {
  const socket = connect({ host, port, noDelay: true });
  await established(socket, { event: "connect", signal });
  return new SocketChannel(socket);
}

class SocketChannel implements Channel {
  readonly localAddress: string;
  readonly #socket: Socket;
  #failure: Error | undefined;
  #wake: () => void = () => {};

  constructor(socket: Socket) {
    this.#socket = socket;
    this.localAddress = socket.localAddress ?? "";
    for (const event of ["readable", "end", "close"]) {
      socket.on(event, () => this.#wake());
    }
    socket.on("error", (error) => {
      this.#failure = error;
      this.#wake();
    });
  }

  async read(buffer: Uint8Array): Promise<number | null> {
    for (;;) {
      if (this.#failure) throw this.#failure;
      const chunk: Buffer | null = this.#socket.read();
      if (chunk) return this.#fill(buffer, chunk);
      if (this.#socket.readableEnded || this.#socket.destroyed) return null;
      await new Promise<void>((resolve) => this.#wake = resolve);
    }
  }

  write(bytes: Uint8Array): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#socket.write(
        bytes,
        (error) => error ? reject(error) : resolve(bytes.length),
      );
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  async encrypt(): Promise<Channel> {
    this.#socket.removeAllListeners();
    const socket = connectTls({
      socket: this.#socket,
      rejectUnauthorized: false,
    });
    await established(socket, { event: "secureConnect" });
    return new SocketChannel(socket);
  }

  #fill(buffer: Uint8Array, chunk: Buffer): number {
    const taken = Math.min(buffer.length, chunk.length);
    buffer.set(chunk.subarray(0, taken));
    if (taken < chunk.length) this.#socket.unshift(chunk.subarray(taken));
    return taken;
  }
}

/** Waits for a socket's event; a socket that fails or is given up is destroyed. */
function established(
  socket: Socket,
  { event, signal }: { event: string; signal?: AbortSignal },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => socket.destroy(new Error("Given up."));
    const fail = (error?: Error) => {
      signal?.removeEventListener("abort", giveUp);
      socket.destroy();
      reject(error ?? new Error("The connection was closed."));
    };
    const closed = () => fail();
    signal?.addEventListener("abort", giveUp, { once: true });
    socket.once("error", fail);
    socket.once("close", closed);
    socket.once(event, () => {
      signal?.removeEventListener("abort", giveUp);
      socket.off("error", fail);
      socket.off("close", closed);
      resolve();
    });
  });
}
