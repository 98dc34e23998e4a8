import type { Core } from "../../../core/core.ts";
import {
  MailingStatus,
  type ShownStatus,
} from "../../../core/mailings/mailing.ts";
import type { UserView } from "../../../core/oversight/views.ts";
import type { WatchedMailing } from "../../../core/oversight/watched_mailings.ts";
import type { Page } from "../../../core/storage/mod.ts";

const OWNERS_SHOWN = 5;

/** The states that mailings are listed by. */
export const STATUSES: readonly ShownStatus[] = [
  ...MailingStatus.options,
  "switched off",
];

/** What the list of mailings is asked for, as its address says it. */
export interface MailingFilters {
  q: string | undefined;
  status: ShownStatus | undefined;
  /** An owner's id. */
  owner: string | undefined;
}

/** One page of the mailings, and what stands around it. */
export interface MailingList {
  asked: MailingFilters & { at: string | undefined };
  list: Page<WatchedMailing>;
  /** How many there are on the whole site. */
  total: number;
  /** The one owner whose mailings are listed. */
  owner: UserView | undefined;
  /** The owners who are meant by the search, a few at most. */
  owners: UserView[];
}

/** Looks up the mailings that an address asks for. */
export async function lookUpMailings(
  { oversight }: Core,
  { searchParams }: URL,
): Promise<MailingList> {
  const asked = askedIn(searchParams);
  const [list, total, owner, owners] = await Promise.all([
    oversight.mailings.list({
      search: asked.q,
      status: asked.status,
      ownerId: asked.owner,
      cursor: asked.at,
    }),
    oversight.mailings.count(),
    asked.owner ? oversight.users.find(asked.owner) : undefined,
    asked.q && !asked.owner ? ownersNamed(oversight, asked.q) : [],
  ]);
  return { asked, list, total, owner, owners };
}

async function ownersNamed(
  { users }: Core["oversight"],
  search: string,
): Promise<UserView[]> {
  const { items } = await users.list({ search, limit: OWNERS_SHOWN });
  return items.map(({ user }) => user);
}

function askedIn(params: URLSearchParams): MailingList["asked"] {
  const status = params.get("status");
  return {
    q: params.get("q")?.trim() || undefined,
    status: STATUSES.find((one) => one === status),
    owner: params.get("owner") || undefined,
    at: params.get("at") || undefined,
  };
}
