import type { SendMailOptions } from "nodemailer";
import type { Mail } from "../letter.ts";

/** A mail as nodemailer takes it, with nothing left for it to guess or to fetch. */
export function composition(mail: Mail): SendMailOptions {
  return {
    from: mail.from,
    to: mail.to,
    envelope: { from: mail.from.address, to: [mail.to.address] },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.messageId}>`,
    date: mail.date,
    headers: mail.headers,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
