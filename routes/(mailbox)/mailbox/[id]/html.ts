import { define } from "../../../../web/define.ts";
import { findMail } from "../../../../web/mailbox_access.ts";

/**
 * A mail may hold anything: it runs nothing, loads nothing, sends nothing, and belongs to no
 * origin. Its links open beside it.
 */
const POLICY = [
  "sandbox allow-popups allow-popups-to-escape-sandbox",
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join("; ");

/** The HTML of a mail, as it came, for the frame on its page. */
export const handler = define.handlers({
  async GET(ctx) {
    const { mail, folder } = await findMail(ctx.state, ctx.params.id);
    const { html } = await folder.read(mail.id);
    return ctx.html(withNewTabs(html), {
      headers: {
        "content-security-policy": POLICY,
        "x-frame-options": "SAMEORIGIN",
      },
    });
  },
});

function withNewTabs(html: string): string {
  return html.replace(
    /<head\b[^>]*>/i,
    (head) => `${head}<base target="_blank">`,
  );
}
