import { FilterLinks } from "../../../components/FilterLinks.tsx";
import { SearchForm } from "../../../components/SearchForm.tsx";
import { TableLink } from "../../../components/TableLink.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import type { ShownStatus } from "../../../core/mailings/mailing.ts";
import { listHref } from "../../../web/list_href.ts";
import {
  type MailingFilters as Filters,
  type MailingList,
  STATUSES,
} from "./mailing_list.ts";

/** What the list is asked for, and the owners that can be chosen or are. */
export interface MailingFiltersProps
  extends Pick<MailingList, "owner" | "owners"> {
  filters: Filters;
  words: Catalogue["manager"]["mailings"];
  states: Catalogue["mailings"]["filters"];
}

/** The ways to narrow the list of mailings: by state, by name and by owner. */
export function MailingFilters(props: MailingFiltersProps) {
  const { filters, words, states } = props;
  const link = (status: ShownStatus | undefined, label: string) => ({
    href: listHref("/manage/mailings", { ...filters, status }),
    label,
    current: status === filters.status,
  });
  return (
    <>
      <FilterLinks
        label={words.byStatus}
        links={[
          link(undefined, words.all),
          ...STATUSES.map((status) => link(status, states[status])),
        ]}
      />
      <div class="mb-4 flex flex-col gap-3">
        <SearchForm
          label={words.search}
          value={filters.q}
          action="/manage/mailings"
        >
          <Kept name="status" value={filters.status} />
          <Kept name="owner" value={filters.owner} />
        </SearchForm>
        <Owners {...props} />
      </div>
    </>
  );
}

function Kept({ name, value }: { name: string; value: string | undefined }) {
  return value ? <input type="hidden" name={name} value={value} /> : null;
}

function Owners({ filters, owner, owners, words }: MailingFiltersProps) {
  if (filters.owner) {
    const everybodys = listHref("/manage/mailings", {
      ...filters,
      owner: undefined,
    });
    return (
      <p class="flex flex-wrap gap-x-3 text-faded [overflow-wrap:anywhere]">
        {words.onlyOf(owner?.name ?? words.ownerGone)}
        <TableLink href={everybodys}>{words.ofEverybody}</TableLink>
      </p>
    );
  }
  if (owners.length === 0) return null;
  return (
    <p class="flex flex-wrap gap-x-4 gap-y-1 text-faded [overflow-wrap:anywhere]">
      {words.ownersFound}
      {owners.map(({ id, name }) => (
        <TableLink
          key={id}
          href={listHref("/manage/mailings", {
            status: filters.status,
            owner: id,
          })}
        >
          {name}
        </TableLink>
      ))}
    </p>
  );
}
