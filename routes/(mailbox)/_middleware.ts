import { mailboxAccess } from "../../web/mailbox_access.ts";
import { noStore } from "../../web/no_store.ts";

/** Every address of the mailbox, pages and mails alike. */
export default [noStore, mailboxAccess];
