import type { Context } from "fresh";
import type { Visitor } from "../core/users/accounts.ts";
import type { State } from "./define.ts";
import { knownBy } from "./device_cookie.ts";

/** Who is on the other side of the line, as far as connection and request tell. */
export function visitorOf({ req, info, state }: Context<State>): Visitor {
  const { remoteAddr } = info;
  const { language } = state;
  const devices = knownBy(req.headers, state);
  return "hostname" in remoteAddr
    ? { ip: remoteAddr.hostname, devices, language }
    : { devices, language };
}
