import { atEnd } from "../web/ending.ts";
import { Misuse, sentenceOf } from "./command.ts";

/** How long open connections, live pages among them, may hold up the end, in milliseconds. */
const GRACE = 2_000;

/** Where to listen. */
export interface Address {
  hostname: string;
  port: number;
}

/** Serves until the process is asked to end; gives the site's address once it is up. */
export async function serve(
  handler: (
    request: Request,
    info: Deno.ServeHandlerInfo,
  ) => Response | Promise<Response>,
  { hostname, port }: Address,
): Promise<string> {
  const listening = Promise.withResolvers<Deno.NetAddr>();
  const onListen = (addr: Deno.NetAddr) => listening.resolve(addr);
  const server = Deno.serve(
    { hostname, port, onListen, automaticCompression: true },
    handler,
  );
  atEnd(() => Promise.race([server.shutdown(), patience()]));
  return addressOf(await listening.promise);
}

/** Throws `Misuse` if somebody else listens there. */
export function assertFree({ hostname, port }: Address): void {
  try {
    Deno.listen({ hostname, port }).close();
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) {
      throw new Misuse(
        `Port ${port} is taken. Set PORT to another, or end what listens there.`,
      );
    }
    throw new Misuse(
      `Cannot listen on ${hostname}:${port}: ${sentenceOf(error)}`,
    );
  }
}

/** The first port at or after the one given that nobody listens on. */
export function freePort({ hostname, port: first }: Address): number {
  for (let port = first; port < first + 100; port++) {
    if (isFree({ hostname, port })) return port;
  }
  throw new Misuse(`Ports ${first} to ${first + 99} are all taken.`);
}

function isFree(address: Address): boolean {
  try {
    assertFree(address);
    return true;
  } catch {
    return false;
  }
}

function addressOf({ hostname, port }: Deno.NetAddr): string {
  const isHere = ["127.0.0.1", "0.0.0.0", "::", "::1"].includes(hostname);
  return `http://${isHere ? "localhost" : hostname}:${port}`;
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, GRACE));
}
