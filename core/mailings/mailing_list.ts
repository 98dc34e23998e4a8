import { Search } from "../search.ts";
import { wordsOf } from "../text.ts";
import {
  type MailingSettings,
  type ShownStatus,
  shownStatus,
} from "./mailing.ts";

/** Which page of the mailings is asked for, newest first. */
export interface MailingsPage {
  /** Each of its words has to begin a word of the name. */
  search?: string | undefined;
  status?: ShownStatus | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** The indexes that list one owner's mailings. */
export const OWN = {
  byAge: "byAge",
  byStatus: "byStatus",
  byWord: "byWord",
} as const;

/** The indexes that list the mailings of all owners. */
export const OVERALL = {
  byAge: "byAgeOverall",
  byStatus: "byStatusOverall",
  byWord: "byWordOverall",
} as const;

/** Where among the mailings those that are asked for are found. */
export function wanted<I extends string>(
  { search: text, status }: Pick<MailingsPage, "search" | "status">,
  indexes: Record<keyof typeof OWN, I>,
) {
  const search = Search.from(text);
  if (search) {
    return {
      index: indexes.byWord,
      startsWith: search.lead,
      where: (mailing: MailingSettings) =>
        search.matches(wordsOf(mailing.name)) &&
        (status === undefined || shownStatus(mailing) === status),
    };
  }
  if (status) return { index: indexes.byStatus, prefix: [status] };
  return { index: indexes.byAge };
}
