import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ButtonLink } from "../../../../components/Button.tsx";
import { EmptyState } from "../../../../components/EmptyState.tsx";
import { FilterLinks } from "../../../../components/FilterLinks.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { Pagination } from "../../../../components/Pagination.tsx";
import { SearchForm } from "../../../../components/SearchForm.tsx";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import { NotFound } from "../../../../core/errors.ts";
import { define } from "../../../../web/define.ts";
import { listHref } from "../../../../web/list_href.ts";
import {
  type OpenFolder,
  openFolders,
} from "../../../../web/mailbox_access.ts";
import { MailTable } from "../(_parts)/MailTable.tsx";

const LIMIT = 50;

/** Lists the mails that one may read, newest first. */
export const handler = define.handlers({
  async GET({ state, url: { searchParams } }) {
    const folders = openFolders(state);
    const asked = searchParams.get("folder");
    const open = folders.find(({ key }) => key === asked) ?? folders[0];
    if (!open) throw new NotFound("There is no mail to be read here.");
    const search = searchParams.get("q")?.trim() || undefined;
    const cursor = searchParams.get("at") || undefined;
    const keys = folders.map(({ key }) => key);
    const list = await open.folder.list({ search, cursor, limit: LIMIT });
    return page({
      keys,
      key: open.key,
      search,
      list,
      now: state.core.store.now(),
    });
  },
});

/** The mails that were kept instead of sent. */
export default define.page<typeof handler>(
  function MailboxPage({ data, state }) {
    const { keys, key, search, list, now } = data;
    const { common, mailbox: words } = state.t;
    const at = (cursor: string | undefined) =>
      cursor && listHref("/mailbox", { folder: key, q: search, at: cursor });
    return (
      <>
        <Head>
          <title>{common.title(words.title)}</title>
        </Head>
        <PageHeader title={words.title} about={words.about} />
        {keys.length > 1 && (
          <FilterLinks
            label={words.folders}
            links={keys.map((folder) => ({
              href: `/mailbox?folder=${folder}`,
              label: words[folder],
              current: folder === key,
            }))}
          />
        )}
        {(search || list.items.length > 0) && (
          <div class="mb-4">
            <SearchForm
              label={words.search}
              value={search}
              action="/mailbox"
            >
              <input type="hidden" name="folder" value={key} />
            </SearchForm>
          </div>
        )}
        {list.items.length > 0
          ? (
            <>
              <MailTable
                mails={list.items}
                now={now}
                zone={state.user?.timeZone ?? "UTC"}
                words={words}
              />
              <Pagination previous={at(list.previous)} next={at(list.next)} />
            </>
          )
          : (
            <Nothing
              folder={key}
              search={search}
              next={at(list.next)}
              words={words}
            />
          )}
      </>
    );
  },
);

interface NothingProps {
  folder: OpenFolder["key"];
  search: string | undefined;
  /** A search that stopped half way goes on there. */
  next: string | undefined;
  words: Catalogue["mailbox"];
}

function Nothing({ folder, search, next, words }: NothingProps) {
  if (!search) {
    const none = folder === "account" ? words.noAccount : words.noMailings;
    return <EmptyState drawing="mailbox">{none}</EmptyState>;
  }
  if (next) {
    return (
      <EmptyState
        drawing="mailbox"
        action={
          <ButtonLink kind="quiet" href={next}>{words.searchBack}</ButtonLink>
        }
      >
        {words.notAmongNewest(search)}
      </EmptyState>
    );
  }
  const all = `/mailbox?folder=${folder}`;
  return (
    <EmptyState
      drawing="mailbox"
      action={<ButtonLink kind="quiet" href={all}>{words.showAll}</ButtonLink>}
    >
      {words.notFound(search)}
    </EmptyState>
  );
}
