import { define } from "../../web/define.ts";
import { redirectWith } from "../../web/redirect.ts";
import { dropSession, sessionToken } from "../../web/session_cookie.ts";

/** Ends the session of the browser that asks. */
export const handler = define.handlers({
  async POST(ctx) {
    const { core, site } = ctx.state;
    const token = sessionToken(ctx.req.headers, site);
    if (token) await core.sessions.end(token);
    const response = redirectWith(ctx, "/", {
      kind: "done",
      text: ctx.state.t.account.signedOut,
      toAnybody: true,
    });
    dropSession(response.headers, site);
    return response;
  },
});
