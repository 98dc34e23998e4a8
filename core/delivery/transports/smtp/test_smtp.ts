import type { Outcome } from "../../outcome.ts";
import { LETTER, recipient } from "../../test_letter.ts";
import { type Script, ScriptedServer } from "../scripted_smtp.ts";
import type { SmtpTimeouts } from "./timeouts.ts";
import { SmtpTransport } from "./transport.ts";

/** For tests: timeouts that a test can wait for. */
export const SHORT: SmtpTimeouts = {
  connect: 200,
  greeting: 200,
  command: 200,
  mail: 200,
  recipient: 200,
  data: 200,
  block: 200,
  final: 200,
  idle: 200,
  total: 1_000,
  close: 100,
};

/** What a server with RFC 2920 says to EHLO. */
export const PIPELINING = "250-hello\r\n250-PIPELINING\r\n250 AUTH PLAIN LOGIN";

/** For tests: a server that speaks by a script, and a transport to it. */
export interface Scene {
  server: ScriptedServer;
  transport: SmtpTransport;
}

/** How a scene is set. */
export interface SceneOptions {
  script?: Script;
  host?: string;
  credentials?: string;
  parameters?: string;
  timeouts?: Partial<SmtpTimeouts>;
}

/** Runs a test with a server and a transport, which are closed afterwards. */
export async function withScene(
  options: SceneOptions,
  test: (scene: Scene) => Promise<void>,
): Promise<void> {
  const { script = {}, credentials = "", parameters = "" } = options;
  await using server = new ScriptedServer(script);
  const authority = `${options.host ?? "127.0.0.1"}:${server.port}`;
  const transport = new SmtpTransport(
    new URL(`smtp://${credentials}${authority}${parameters}`),
    { now: () => new Date(0), timeouts: { ...SHORT, ...options.timeouts } },
  );
  try {
    await test({ server, transport });
  } finally {
    await transport.close();
  }
}

/** For tests: the outcomes of a letter to so many people, the first to number 1, all sent at once. */
export function sendAll(
  { transport }: Pick<Scene, "transport">,
  count: number,
): Promise<Outcome[]> {
  return Promise.all(
    Array.from(
      { length: count },
      (_, n) => transport.send(LETTER, recipient(n + 1)),
    ),
  );
}

/** For tests: what kind each outcome is of. */
export function kindsOf(outcomes: readonly Outcome[]): string[] {
  return outcomes.map(({ kind }) => kind);
}
