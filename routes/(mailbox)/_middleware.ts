import { noStore } from "../../web/no_store.ts";

/** Every address of the mailbox, pages and mails alike. */
export default [noStore];
