import { SMTPServer } from "smtp-server";

/** A mail that the sink has accepted. */
export interface Accepted {
  to: string;
  messageId: string;
  /** What the sender called itself. */
  by: string;
  /** When, in milliseconds. */
  at: number;
}

/** A real SMTP server that writes down what it accepts. */
export interface Sink extends AsyncDisposable {
  accepted: Accepted[];
  /** What a worker of that name is to send to. */
  urlFor(name: string): string;
}

/** Starts a sink that takes `delay` milliseconds over each mail. */
export async function startSink(delay = 0): Promise<Sink> {
  const accepted: Accepted[] = [];
  const read = async (stream: AsyncIterable<Uint8Array>) => {
    const decoder = new TextDecoder();
    let source = "";
    for await (const bytes of stream) {
      source += decoder.decode(bytes, { stream: true });
    }
    await new Promise((resolve) => setTimeout(resolve, delay));
    return source;
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, session, done) {
      read(stream).then((source) => {
        accepted.push({
          to: session.envelope.rcptTo[0]?.address ?? "",
          messageId: source.match(/^message-id: (.*)$/im)?.[1]?.trim() ?? "",
          by: String(session.hostNameAppearsAs),
          at: performance.now(),
        });
        done();
      }, done);
    },
  });
  // A killed worker leaves its connections as they are.
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    accepted,
    urlFor: (name) => `smtp://127.0.0.1:${port}?name=${name}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
