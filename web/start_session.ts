import type { Context } from "fresh";
import type { User } from "../core/users/user.ts";
import type { State } from "./define.ts";
import { keepDevice, knownBy } from "./device_cookie.ts";
import { keepSession, sessionToken } from "./session_cookie.ts";

/** Signs somebody in with the browser that asks; the answer carries the cookie. */
export async function startSession<S extends State>(
  { req, state }: Context<S>,
  user: User,
  response: Response,
): Promise<Response> {
  const { core, site } = state;
  const before = sessionToken(req.headers, site);
  if (before) await core.sessions.end(before);
  const userAgent = req.headers.get("user-agent") ?? undefined;
  const { token } = await core.sessions.start(user, { userAgent });
  keepSession(response.headers, site, token);
  const known = knownBy(req.headers, state);
  keepDevice(response.headers, state, { userId: user.id, known });
  return response;
}
