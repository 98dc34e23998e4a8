import { ButtonLink } from "../../../components/Button.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";

/** Stands where no mailing is what was asked for. */
export function NoMailings(
  { search, words }: {
    search: string | undefined;
    words: Catalogue["manager"]["mailings"];
  },
) {
  return (
    <EmptyState
      drawing="calendar"
      action={
        <ButtonLink kind="quiet" href="/manage/mailings">
          {words.showAll}
        </ButtonLink>
      }
    >
      {search ? words.noneNamed(search) : words.noneSuch}
    </EmptyState>
  );
}
