import { freePort } from "../free_port.ts";
import { waitFor } from "../wait_for.ts";
import { type Certificate, makeCertificate } from "./certificate.ts";
import { type Jailed, startInJail } from "./jail.ts";
import { type Delivered, mailIn } from "./maildir.ts";
import { hasMail } from "./spool.ts";
import { POST, type ServerKind, setUp, type Site } from "./server_kind.ts";

/** So that a test ends in time even where a server says nothing. */
const BOUND = "tls=required&timeout=15";
const START_SECONDS = 15;

/** A real mail server on loopback in a folder of its own. */
export class MailServer {
  readonly port: number;
  readonly certificate: Certificate;
  readonly #kind: ServerKind;
  readonly #root: string;
  #jailed: Jailed | undefined;

  private constructor(kind: ServerKind, site: Site & { root: string }) {
    this.#kind = kind;
    this.#root = site.root;
    this.port = site.port;
    this.certificate = site.certificate;
  }

  /** Sets a server up, and starts it. */
  static async open(kind: ServerKind): Promise<MailServer> {
    const root = await Deno.makeTempDir({ prefix: "sendoff-mta-" });
    const site = { port: freePort(), certificate: await makeCertificate() };
    const server = new MailServer(kind, { ...site, root });
    try {
      await setUp(kind, { ...site, root });
      await server.start();
      return server;
    } catch (error) {
      await server[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** What to send to it with; the certificate is not asked for unless told. */
  url({ password = POST.password, parameters = "verify=off" } = {}): URL {
    const user = `${POST.user}:${encodeURIComponent(password)}`;
    return new URL(
      `smtp://${user}@127.0.0.1:${this.port}?${BOUND}&${parameters}`,
    );
  }

  /** Starts it, again after `stop`, and waits until it speaks. */
  async start(): Promise<void> {
    const jailed = startInJail(this.#root, this.#kind.command);
    this.#jailed = jailed;
    let end: string | undefined;
    jailed.ended.then(({ said }) => end = said);
    await waitFor(`${this.#kind.name} to start`, async () => {
      if (end !== undefined) {
        throw new Error(`${this.#kind.name} ended: ${end}`);
      }
      return await greets(this.port);
    }, START_SECONDS);
  }

  /** Stops it at once, without letting it finish anything. */
  async stop(): Promise<void> {
    await this.#jailed?.kill();
    this.#jailed = undefined;
    await waitFor(
      `${this.#kind.name} to be gone`,
      async () => !await greets(this.port),
      START_SECONDS,
    );
  }

  /** All mail in the mailboxes, once none is on its way there any more. */
  async delivered(seconds = 60): Promise<Delivered[]> {
    await waitFor("the mail to be delivered", async () => {
      for (const folder of this.#kind.queues) {
        if (await hasMail(`${this.#root}${folder}`, this.#kind)) return false;
      }
      return true;
    }, seconds);
    return [
      ...await mailIn(`${this.#root}/mail/town`),
      ...await mailIn(`${this.#root}/mail/list`),
    ];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#jailed?.kill();
    await Deno.remove(this.#root, { recursive: true });
  }
}

/** Whether somebody says something at a port. */
async function greets(port: number): Promise<boolean> {
  try {
    using connection = await Deno.connect({ hostname: "127.0.0.1", port });
    return await connection.read(new Uint8Array(64)) !== null;
  } catch {
    return false;
  }
}
