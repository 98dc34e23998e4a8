import type { SmtpTimeouts } from "../../core/delivery/transports/smtp/timeouts.ts";
import { SmtpTransport } from "../../core/delivery/transports/smtp/transport.ts";
import { FaultServer } from "./fault_server.ts";
import type { FaultRow } from "./faults.ts";

/** A server with its fault, and the transport that has to live with it. */
export interface FaultScene {
  server: FaultServer;
  transport: SmtpTransport;
}

/** Generous, so that nothing but the fault runs into a timeout, in milliseconds. */
const PATIENT: SmtpTimeouts = {
  connect: 10_000,
  greeting: 10_000,
  command: 10_000,
  mail: 10_000,
  recipient: 10_000,
  data: 10_000,
  block: 10_000,
  final: 10_000,
  idle: 1_000,
  total: 30_000,
  close: 100,
};
const HANGING = 20_000;

/** Works with a server that has the fault of a row, and ends both. */
export async function withFault(
  row: FaultRow,
  { pipelining }: { pipelining: boolean },
  work: (scene: FaultScene) => Promise<void>,
): Promise<void> {
  const { fault, offers, parameters = "", timeouts } = row;
  await using server = await FaultServer.start({
    ...offers,
    pipelining,
    ...(fault && { fault }),
  });
  if (!fault) await server.close();
  const url = new URL(`smtp://me:secret@127.0.0.1:${server.port}${parameters}`);
  const transport = new SmtpTransport(url, {
    now: () => new Date(0),
    timeouts: { ...PATIENT, ...timeouts },
  });
  try {
    await inTime(row.name, work({ server, transport }));
  } finally {
    await inTime(row.name, transport.close());
  }
}

/** Makes a server well again: it is polite, and offers encryption only where it is asked for. */
export async function heal(
  { server }: FaultScene,
  { fault, parameters }: FaultRow,
): Promise<void> {
  server.fault = undefined;
  const startTls = parameters?.includes("tls=required") ?? false;
  server.offers = { ...server.offers, startTls };
  if (fault === undefined) await server.listen();
  server.hangUpAll();
}

/** Waits for something that has to come to an end. */
async function inTime<T>(name: string, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new Error(`It hangs: the server ${name}`)),
    HANGING,
  );
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
