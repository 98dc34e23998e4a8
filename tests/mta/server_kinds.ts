import { EXIM } from "./exim.ts";
import type { ServerKind } from "./server_kind.ts";
import { OPENSMTPD } from "./opensmtpd.ts";
import { POSTFIX } from "./postfix.ts";

/** The mail servers that mailings are sent to. */
export const SERVER_KINDS: readonly ServerKind[] = [POSTFIX, EXIM, OPENSMTPD];
