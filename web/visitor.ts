import type { Context } from "fresh";
import { clientAddress } from "../core/trusted_proxies.ts";
import type { Visitor } from "../core/users/accounts.ts";
import type { State } from "./define.ts";
import { knownBy } from "./device_cookie.ts";

/** Who is on the other side of the line, as far as connection and request tell. */
export function visitorOf({ req, info, state }: Context<State>): Visitor {
  const { remoteAddr } = info;
  const { language, site } = state;
  const { headers } = req;
  const devices = knownBy(headers, state);
  if (!("hostname" in remoteAddr)) return { devices, language };
  const connection = remoteAddr.hostname;
  const ip = clientAddress({ connection, headers }, site.trustedProxies);
  return { ip, devices, language };
}
