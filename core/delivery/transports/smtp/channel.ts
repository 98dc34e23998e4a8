/** A connection that carries bytes both ways, and may become encrypted. */
export interface Channel {
  /** The address of this end. */
  readonly localAddress: string;
  /** How many bytes were read into the buffer; null when the other end has finished. */
  read(buffer: Uint8Array): Promise<number | null>;
  /** How many of the bytes were taken. */
  write(bytes: Uint8Array): Promise<number>;
  /** Closes it, which ends what is under way; harmless when repeated. */
  close(): void;
  /** Goes on encrypted: this channel is used up, whatever becomes of it. */
  encrypt(): Promise<Channel>;
}

/** The other end of a channel. */
export interface ChannelTarget {
  host: string;
  port: number;
}

/** Connects; certificates are verified when the channel becomes encrypted. */
export async function openChannel(
  { host, port }: ChannelTarget,
  signal: AbortSignal,
): Promise<Channel> {
  const connection = await Deno.connect({ hostname: host, port, signal });
  connection.setNoDelay(true);
  return new VerifiedChannel(connection, host);
}

class VerifiedChannel implements Channel {
  readonly localAddress: string;
  readonly #connection: Deno.TcpConn | Deno.TlsConn;
  readonly #host: string;
  #open = true;

  constructor(connection: Deno.TcpConn | Deno.TlsConn, host: string) {
    this.#connection = connection;
    this.#host = host;
    this.localAddress = connection.localAddr.hostname;
  }

  read(buffer: Uint8Array): Promise<number | null> {
    return this.#connection.read(buffer);
  }

  write(bytes: Uint8Array): Promise<number> {
    return this.#connection.write(bytes);
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    try {
      this.#connection.close();
    } catch (error) {
      // It was closed already when the start of encryption failed.
      if (!(error instanceof Deno.errors.BadResource)) throw error;
    }
  }

  async encrypt(): Promise<Channel> {
    const connection = this.#connection;
    if (!("setNoDelay" in connection)) {
      throw new TypeError("The channel is encrypted already.");
    }
    const encrypted = await Deno.startTls(connection, {
      hostname: this.#host,
    });
    this.#open = false;
    return new VerifiedChannel(encrypted, this.#host);
  }
}
