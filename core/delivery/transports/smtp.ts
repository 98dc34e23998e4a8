import { createTransport } from "nodemailer";
import type { Letter, Mail, Recipient } from "../letter.ts";
import type { Outcome } from "../outcome.ts";
import { composition } from "./compose.ts";
import { Deadline } from "./deadline.ts";
import { prepare } from "./prepare.ts";
import { outcomeOfFailure, outcomeOfReply } from "./smtp_outcome.ts";
import { type SmtpSettings, smtpSettings } from "./smtp_url.ts";
import type { Transport } from "./transport.ts";
import { UnderWay } from "./under_way.ts";

/** How long each part of a sending may take, in milliseconds. */
export interface SmtpTimeouts {
  connect: number;
  greeting: number;
  /** Silence of the server in the middle of the dialogue. */
  socket: number;
  /** A sending altogether, with its wait for a free connection. */
  total: number;
  /** What is under way when the transport is closed. */
  close: number;
}

/** What an SMTP transport needs besides its URL. */
export interface SmtpOptions {
  now: () => Date;
  timeouts?: Partial<SmtpTimeouts> | undefined;
}

const TIMEOUTS: SmtpTimeouts = {
  connect: 10_000,
  greeting: 15_000,
  socket: 60_000,
  total: 120_000,
  close: 5_000,
};
const MESSAGES_A_CONNECTION = 100;

/** Hands mail to an SMTP server over a pool of connections. */
export class SmtpTransport implements Transport {
  readonly name: string;
  readonly #now: () => Date;
  readonly #timeouts: SmtpTimeouts;
  readonly #pool: ReturnType<typeof openPool>;
  readonly #underWay = new UnderWay();

  constructor(url: URL, { now, timeouts }: SmtpOptions) {
    const settings = smtpSettings(url);
    this.name = `${url.protocol}//${url.hostname}:${settings.port}`;
    this.#now = now;
    this.#timeouts = { ...TIMEOUTS, ...timeouts };
    this.#pool = openPool(settings, this.#timeouts);
  }

  send(letter: Letter, recipient: Recipient): Promise<Outcome> {
    return this.#underWay.send(async () => {
      const prepared = prepare(letter, recipient, { date: this.#now() });
      return "outcome" in prepared
        ? prepared.outcome
        : await this.#hand(prepared.mail);
    });
  }

  async close(): Promise<void> {
    const giveUp = () => this.#pool.close({ force: true });
    const ended = this.#underWay.endWithin(this.#timeouts.close, giveUp);
    this.#pool.close();
    await ended;
    this.#pool.close({ force: true });
  }

  async #hand(mail: Mail): Promise<Outcome> {
    const deadline = new Deadline(this.#timeouts.total);
    try {
      const sending = { ...composition(mail), signal: deadline.signal };
      const { response } = await this.#pool.sendMail(sending);
      return outcomeOfReply(response ?? "");
    } catch (error) {
      return deadline.passed
        ? deadline.outcome("mail server")
        : outcomeOfFailure(error);
    } finally {
      deadline.clear();
    }
  }
}

function openPool(settings: SmtpSettings, timeouts: SmtpTimeouts) {
  const { host, port, user, password, tls, verify, connections } = settings;
  const pool = createTransport({
    pool: true,
    host,
    port,
    ...(user === "" ? {} : { auth: { user, pass: password } }),
    secure: tls === "implicit",
    requireTLS: tls === "required",
    ignoreTLS: tls === "off",
    tls: { rejectUnauthorized: verify },
    maxConnections: connections,
    maxMessages: MESSAGES_A_CONNECTION,
    // Enough to get past connections that the server closed while they were idle.
    maxRequeues: 2,
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.greeting,
    dnsTimeout: timeouts.connect,
    socketTimeout: timeouts.socket,
    socketCloseTimeout: 0,
  });
  // Each sending gets its own failure; without a listener the pool's would end the process.
  pool.on("error", () => {});
  return pool;
}
