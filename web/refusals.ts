import { clientAddress } from "../core/trusted_proxies.ts";
import type { Site } from "./define.ts";

const REFUSED = new Set([403, 421, 429]);
const LONGEST = 40;

/** A request with the answer to it, and the address that it came from. */
export interface Answered {
  request: Request;
  response: Response;
  connection: string | undefined;
}

/** What the log says of a request that was refused, or of a sign-in that failed; undefined of others. */
export function refusalOf(
  { request, response, connection }: Answered,
  { trustedProxies }: Pick<Site, "trustedProxies">,
): string | undefined {
  const { method, headers } = request;
  const { status } = response;
  const area = areaOf(request.url);
  const isSignIn = method === "POST" && area === "/sign-in" && status === 422;
  if (!isSignIn && !REFUSED.has(status)) return undefined;
  const from = connection === undefined
    ? "an unknown address"
    : clientAddress({ connection, headers }, trustedProxies);
  return isSignIn
    ? `A sign-in failed, from ${from}`
    : `Refused with ${status}: ${method} ${area}, from ${from}`;
}

/** The first part of a path alone: further on there may be tokens. */
function areaOf(url: string): string {
  return `/${new URL(url).pathname.split("/")[1]}`.slice(0, LONGEST);
}
