import { simpleParser } from "mailparser";
import { Buffer } from "node:buffer";
import { once } from "node:events";
import { SMTPServer } from "smtp-server";
import { openStore } from "../../storage/mod.ts";
import { Mailbox } from "../mailbox.ts";
import {
  type KnownService,
  plainService,
  type PostedRequest,
  postmarkService,
  resendService,
} from "./http/service_rigs.ts";
import { openTransport } from "./open.ts";
import type { Transport } from "./transport.ts";

/** A mail as it came out at the far end. */
export interface Arrived {
  messageId: string;
  from: { name: string; address: string };
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  unsubscribe: string;
  date: Date | undefined;
}

/** For tests: a transport with its far end. */
export interface Rig {
  transport: Transport;
  /** Everything that has arrived. */
  arrived: () => Promise<Arrived[]>;
  /** Takes the far end down; the transport is closed by the test. */
  end: () => Promise<void>;
}

const NOW = new Date("2026-03-01T09:00:00Z");
const OWNER = "owner";

/** One rig maker for each kind of transport. */
export const RIGS: Readonly<Record<string, () => Promise<Rig>>> = {
  mailbox: mailboxRig,
  smtp: () => smtpRig({ secure: false }),
  smtps: () => smtpRig({ secure: true }),
  http: () => httpRig(plainService()),
  postmark: () => httpRig(postmarkService()),
  resend: () => httpRig(resendService()),
};

async function mailboxRig(): Promise<Rig> {
  const store = await openStore(":memory:");
  const folder = new Mailbox(store).of(OWNER);
  return {
    transport: openTransport(new URL("mailbox:"), { store, now: () => NOW }),
    arrived: async () => {
      const { items } = await folder.list({ limit: 1_000 });
      return await Promise.all(
        items.map(async ({ id }) => await read(await folder.source(id))),
      );
    },
    end: () => Promise.resolve(store.close()),
  };
}

async function smtpRig({ secure }: { secure: boolean }): Promise<Rig> {
  const store = await openStore(":memory:");
  const sources: Promise<Uint8Array | undefined>[] = [];
  const smtp = new SMTPServer({
    secure,
    authOptional: true,
    logger: false,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      sources.push(collect(stream).catch(() => undefined));
      stream.once("end", () => done(null, "queued"));
    },
  });
  // A client that takes a message back hangs up.
  smtp.on("error", () => {});
  const listening = smtp.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const address = listening.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const url = new URL(
    secure
      ? `smtps://127.0.0.1:${port}?verify=off`
      : `smtp://127.0.0.1:${port}`,
  );
  return {
    transport: openTransport(url, { store, now: () => NOW }),
    arrived: async () => {
      const whole = await Promise.all(sources);
      return await Promise.all(
        whole.filter((source) => source !== undefined).map(read),
      );
    },
    end: async () => {
      await new Promise<void>((resolve) => smtp.close(resolve));
      store.close();
    },
  };
}

async function httpRig(service: KnownService): Promise<Rig> {
  const store = await openStore(":memory:");
  const requests: PostedRequest[] = [];
  const server = Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    onListen: () => {},
  }, async (request) => {
    const { headers } = request;
    requests.push({ headers, body: await request.json() });
    return service.answer.clone();
  });
  const url = `http://:token@127.0.0.1:${server.addr.port}${service.address}`;
  return {
    transport: openTransport(new URL(url), { store, now: () => NOW }),
    arrived: () => Promise.resolve(requests.map(service.arrived)),
    end: async () => {
      await server.shutdown();
      store.close();
    },
  };
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function read(source: Uint8Array): Promise<Arrived> {
  const mail = await simpleParser(Buffer.from(source));
  const [from] = mail.from?.value ?? [];
  const [to] = [mail.to ?? []].flat().flatMap(({ value }) => value);
  const unsubscribe = mail.headerLines.find(({ key }) =>
    key === "list-unsubscribe"
  );
  return {
    messageId: mail.messageId?.replace(/^<|>$/g, "") ?? "",
    from: { name: from?.name ?? "", address: from?.address ?? "" },
    to: { name: to?.name ?? "", address: to?.address ?? "" },
    subject: mail.subject ?? "",
    text: mail.text?.trimEnd() ?? "",
    html: mail.html || "",
    unsubscribe: unsubscribe?.line.replace(/^[^:]*:\s*/, "") ?? "",
    date: mail.date,
  };
}
