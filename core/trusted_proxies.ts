import { BlockList, isIP } from "node:net";
import { z } from "zod";

const MOST_HOPS = 20;

/** Which proxies before the site are believed: so many in a row, or those of some networks. */
export const TrustedProxies = z.string().transform((text, context) => {
  const trusted = /^\d+$/.test(text.trim())
    ? withHops(Number(text))
    : withNetworks(text.split(","));
  if (trusted) return trusted;
  context.addIssue({ code: "custom", message: "no hops and no networks" });
  return z.NEVER;
});
export type TrustedProxies = z.infer<typeof TrustedProxies>;

/** Nobody is believed: the connection alone tells. */
export const NO_PROXIES: Trusted = { isProxy: () => false };

interface Trusted {
  /** Whether a hop is one of ours: the nth before the site, from that address. */
  isProxy: (hop: { nth: number; address: string }) => boolean;
}

/**
 * Where a request comes from: the first address before the site, going back from the
 * connection, that is no proxy of ours. What stands before that one in the headers was
 * written by strangers.
 */
export function clientAddress(
  { connection, headers }: { connection: string; headers: Headers },
  { isProxy }: Trusted,
): string {
  let client = connection;
  const before = forwardedFor(headers).reverse();
  for (const [index, address] of before.entries()) {
    if (!isProxy({ nth: index + 1, address: client })) break;
    if (address === undefined) break;
    client = address;
  }
  return client;
}

function withHops(hops: number): Trusted | undefined {
  if (hops > MOST_HOPS) return undefined;
  return { isProxy: ({ nth }) => nth <= hops };
}

function withNetworks(texts: readonly string[]): Trusted | undefined {
  const list = new BlockList();
  for (const text of texts.map((each) => each.trim())) {
    const [address = "", prefix] = text.split("/");
    const version = isIP(address);
    const bits = prefix === undefined ? undefined : Number(prefix);
    if (version === 0 || !isPrefix(bits, version)) return undefined;
    const family = version === 4 ? "ipv4" : "ipv6";
    list.addSubnet(address, bits ?? (version === 4 ? 32 : 128), family);
  }
  const isProxy = ({ address }: { address: string }) =>
    list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  return { isProxy };
}

function isPrefix(bits: number | undefined, version: number): boolean {
  if (bits === undefined) return true;
  return Number.isInteger(bits) && bits >= 0 &&
    bits <= (version === 4 ? 32 : 128);
}

/** The addresses that proxies wrote, the farthest first; undefined for what is none. */
function forwardedFor(headers: Headers): (string | undefined)[] {
  const simple = headers.get("x-forwarded-for");
  if (simple !== null) return simple.split(",").map(addressIn);
  const standard = headers.get("forwarded");
  if (standard === null) return [];
  return standard.split(",")
    .map((part) => part.match(/(?:^|;)\s*for=("[^"]*"|[^;\s]*)/i)?.[1] ?? "")
    .map(addressIn);
}

/** An address as proxies write it: with a port perhaps, in brackets or quotes. */
function addressIn(text: string): string | undefined {
  const bare = text.trim().replaceAll('"', "");
  const [, inBrackets] = bare.match(/^\[([^\]]*)\](?::\d+)?$/) ?? [];
  const [, withoutPort] = bare.match(/^(\d+(?:\.\d+){3}):\d+$/) ?? [];
  const address = inBrackets ?? withoutPort ?? bare;
  return isIP(address) === 0 ? undefined : address;
}
