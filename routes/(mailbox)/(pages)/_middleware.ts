import { pagePolicy } from "../../../web/policy.ts";

/** The mailbox's own pages; the mails in it have a policy of their own. */
export default pagePolicy;
