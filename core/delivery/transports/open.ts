import type { Store } from "../../storage/mod.ts";
import { Mailbox } from "../mailbox.ts";
import { HttpTransport } from "./http/transport.ts";
import { badMailUrl } from "./mail_url.ts";
import { MailboxTransport } from "./mailbox.ts";
import type { DkimOptions } from "./smtp/dkim.ts";
import { SmtpTransport } from "./smtp/transport.ts";
import type { Transport } from "./transport.ts";

/** What transports are made of besides their URL. */
export interface TransportOptions {
  store: Store;
  now: () => Date;
  /** Signs what goes out over SMTP. */
  dkim?: DkimOptions | undefined;
}

/** The transport that `MAIL_URL` names; throws `Invalid` for `MAIL_URL` when it cannot be used. */
export function openTransport(
  url: URL,
  { store, now, dkim }: TransportOptions,
): Transport {
  switch (url.protocol) {
    case "mailbox:":
      return new MailboxTransport(url, { mailbox: new Mailbox(store), now });
    case "smtp:":
    case "smtps:":
      return new SmtpTransport(url, { now, dkim });
    case "https:":
    case "http:":
      return new HttpTransport(url, { now });
    default:
      throw badMailUrl(
        `cannot begin with ${url.protocol} - use mailbox:, smtp://, smtps:// or https://.`,
      );
  }
}
