import { createDefine } from "fresh";
import type { TrustedProxies } from "../core/trusted_proxies.ts";
import type { Permissions } from "../core/access/permissions.ts";
import type { Core } from "../core/core.ts";
import type { User } from "../core/users/user.ts";
import type { Catalogue } from "../core/i18n/catalogue.ts";
import type { Language } from "../core/i18n/language.ts";
import type { EventStreams } from "./event_streams.ts";
import type { FlashMessage } from "./flash.ts";
import type { PageCache } from "./page_cache.ts";

/** What pages need to know of the site itself. */
export interface Site {
  /** The site's address, without a slash at the end. */
  baseUrl: string;
  /** Whether mails are kept in the mailbox instead of being sent. */
  hasMailbox: boolean;
  /** Whether the site is reached from this machine alone. */
  isLocal: boolean;
  /** The proxies before it whose word on where a request comes from is taken. */
  trustedProxies: TrustedProxies;
}

/** What every request carries. */
export interface State {
  core: Core;
  site: Site;
  /** Finished pages for those who are signed out. */
  pages: PageCache;
  /** The event streams that people listen to. */
  streams: EventStreams;
  /** Who is signed in, as of this request. */
  user?: User;
  /** What the groups of whoever is signed in let them do, as of this request. */
  permissions: Permissions;
  /** The language of the answer: the user's choice, else the browser's. */
  language: Language;
  /** What the product says, in that language. */
  t: Catalogue;
  /** What just happened, told once. */
  flash?: FlashMessage;
}

/** What requests carry where nobody gets without signing in. */
export interface OwnerState extends State {
  user: User;
}

/** Types routes that anybody may open. */
export const define = createDefine<State>();

/** Types routes below a middleware that let only those signed in pass. */
export const defineOwner = createDefine<OwnerState>();
