import { common } from "./common.ts";
import { frame } from "./frame.ts";
import { home } from "./home.ts";
import { account } from "./account.ts";
import { profile } from "./profile.ts";
import { clients } from "./clients.ts";
import { messages } from "./messages.ts";
import { mailings } from "./mailings.ts";
import { runs } from "./runs.ts";
import { mailbox } from "./mailbox.ts";
import { overview } from "./overview.ts";
import { blog } from "./blog.ts";
import { reports } from "./reports.ts";
import { manager } from "./manager.ts";
import { admin } from "./admin.ts";
import { mails } from "./mails.ts";

/** Everything the product says, in English; its shape is every catalogue's. */
export const en = {
  common,
  frame,
  home,
  account,
  profile,
  clients,
  messages,
  mailings,
  runs,
  mailbox,
  overview,
  blog,
  reports,
  manager,
  admin,
  mails,
};
