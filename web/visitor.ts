import type { Context } from "fresh";
import type { Visitor } from "../core/users/accounts.ts";
import type { State } from "./define.ts";

/** Who is on the other side of the line, as far as the connection tells. */
export function visitorOf({ info }: Context<State>): Visitor {
  const { remoteAddr } = info;
  return "hostname" in remoteAddr ? { ip: remoteAddr.hostname } : {};
}
