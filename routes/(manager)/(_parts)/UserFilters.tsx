import { FilterLinks } from "../../../components/FilterLinks.tsx";
import { SearchForm } from "../../../components/SearchForm.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import { UserState } from "../../../core/users/user.ts";
import { listHref } from "../../../web/list_href.ts";

/** What the list of users is asked for. */
export interface UserFiltersProps {
  filters: { q: string | undefined; state: UserState | undefined };
  words: Catalogue["manager"]["users"];
  states: Catalogue["common"]["states"];
}

/** The ways to narrow the list of users: by state, by name and address. */
export function UserFilters({ filters, words, states }: UserFiltersProps) {
  const link = (state: UserState | undefined, label: string) => ({
    href: listHref("/manage/users", { ...filters, state }),
    label,
    current: state === filters.state,
  });
  return (
    <>
      <FilterLinks
        label={words.byState}
        links={[
          link(undefined, words.all),
          ...UserState.options.map((state) => link(state, states[state])),
        ]}
      />
      <div class="mb-4">
        <SearchForm
          label={words.search}
          value={filters.q}
          action="/manage/users"
        >
          {filters.state && (
            <input type="hidden" name="state" value={filters.state} />
          )}
        </SearchForm>
      </div>
    </>
  );
}
