import { createServer, type Server, type Socket } from "node:net";
import type { Deed, Fault, Moment } from "./fault.ts";
import { Dialogue, type ServerOffers, type TakenMail } from "./dialogue.ts";

/** How a server is set up. */
export interface FaultServerOptions extends ServerOffers {
  fault?: Fault;
}

/** A mail server on loopback, which is polite but for the fault it has. */
export class FaultServer {
  /** What it does wrong; none makes it well again, for connections that are open too. */
  fault: Fault | undefined;
  /** What it offers to the connections to come. */
  offers: ServerOffers;
  /** Every mail it took over, written down at the instant of its 250, before answering. */
  readonly taken: TakenMail[] = [];
  /** Hears of each moment before it is answered. */
  onMoment: (moment: Moment) => void = () => {};
  /** Hears of each moment once it is answered. */
  onAnswered: (moment: Moment) => void = () => {};
  /** How many moments of dialogues there have been. */
  heard = 0;
  readonly #sockets = new Set<Socket>();
  readonly #times = new Map<Moment, number>();
  #server: Server | undefined;
  #port = 0;

  private constructor({ fault, ...offers }: FaultServerOptions) {
    this.fault = fault;
    this.offers = offers;
  }

  /** Starts a server on a free port. */
  static async start(options: FaultServerOptions = {}): Promise<FaultServer> {
    const server = new FaultServer(options);
    await server.listen();
    return server;
  }

  /** The port it listens on. */
  get port(): number {
    return this.#port;
  }

  /** Listens, on the port it had if it had one. */
  async listen(): Promise<void> {
    const server = createServer((socket) => this.#talk(socket));
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(this.#port, "127.0.0.1", resolve);
    });
    const address = server.address();
    if (address && typeof address === "object") this.#port = address.port;
  }

  /** Takes no connections any more, and ends those there are. */
  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.hangUpAll();
    if (!server) return;
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  /** Ends every connection there is. */
  hangUpAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #talk(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once("close", () => this.#sockets.delete(socket));
    // A client that goes away in the middle is what this is about.
    socket.on("error", () => {});
    socket.setNoDelay(true);
    new Dialogue(socket, {
      offers: this.offers,
      deedAt: (moment, line) => this.#deedAt(moment, line),
      onAnswered: (moment) => this.onAnswered(moment),
      take: (mail) => this.taken.push(mail),
    }).begin();
  }

  #deedAt(moment: Moment, line: string): Deed | undefined {
    const nth = (this.#times.get(moment) ?? 0) + 1;
    this.#times.set(moment, nth);
    this.heard++;
    this.onMoment(moment);
    const deed = this.fault?.[moment];
    return typeof deed === "function" ? deed(nth, line) : deed;
  }
}
