import { Buffer } from "node:buffer";
import { SMTPServer } from "smtp-server";
import { simpleParser } from "mailparser";

/** A mail as it came in over the wire. */
export interface Received {
  to: string;
  subject: string;
  text: string;
  messageId: string;
  /** As it was handed over. */
  source: string;
}

/** A real SMTP server that keeps what it is sent. */
export interface TestSmtp {
  url: string;
  received: Received[];
  /** Waits this long before it takes a mail, in milliseconds. */
  delay: number;
  close(): Promise<void>;
}

/** Starts an SMTP server on a free port. */
export async function startSmtp(): Promise<TestSmtp> {
  const smtp: Omit<TestSmtp, "url" | "close"> = { received: [], delay: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    async onData(stream, session, done) {
      const source = await wholeOf(stream);
      // A client that takes a message back hangs up in the middle of it.
      if (!source) return done();
      const mail = await simpleParser(source);
      await new Promise((resolve) => setTimeout(resolve, smtp.delay));
      smtp.received.push({
        to: session.envelope.rcptTo[0]?.address ?? "",
        subject: mail.subject ?? "",
        text: mail.text ?? "",
        messageId: mail.messageId ?? "",
        source: source.toString(),
      });
      done();
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return Object.assign(smtp, {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

async function wholeOf(
  stream: AsyncIterable<Uint8Array>,
): Promise<Buffer | undefined> {
  try {
    return Buffer.concat(await Array.fromAsync(stream));
  } catch {
    return undefined;
  }
}
