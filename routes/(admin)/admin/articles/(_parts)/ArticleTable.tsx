import { IconLink } from "../../../../../components/IconButton.tsx";
import { Status } from "../../../../../components/Status.tsx";
import { type Column, Table } from "../../../../../components/Table.tsx";
import { TableLink } from "../../../../../components/TableLink.tsx";
import { Count } from "../../../../../components/Count.tsx";
import { Time } from "../../../../../components/Time.tsx";
import { type Article, stateOf } from "../../../../../core/articles/article.ts";
import type { Catalogue } from "../../../../../core/i18n/catalogue.ts";

/** An article with how often it was read. */
export interface CountedArticle extends Article {
  views: number;
}

/** Articles with their states, to be opened and deleted. */
export function ArticleTable(
  { articles, now, t }: {
    articles: readonly CountedArticle[];
    now: Date;
    t: Catalogue;
  },
) {
  const words = t.blog.desk;
  return (
    <Table
      caption={words.title}
      columns={columns(now, t)}
      rows={articles}
      rowKey={({ id }) => id}
      actions={({ id, title }) => (
        <>
          <IconLink
            href={`/admin/articles/${id}`}
            icon="pencil"
            label={words.editTitle(title)}
          />
          <IconLink
            href={`/admin/articles/${id}/delete`}
            icon="trash-2"
            label={words.deleteOne(title)}
            destructive
          />
        </>
      )}
    />
  );
}

function columns(now: Date, t: Catalogue): Column<CountedArticle>[] {
  const { columns, state, languages } = t.blog.desk;
  return [
    {
      header: columns.title,
      kind: "name",
      cell: ({ id, title }) => (
        <TableLink href={`/admin/articles/${id}`}>{title}</TableLink>
      ),
    },
    {
      header: columns.state,
      kind: "state",
      cell: (article) => {
        const at = stateOf(article, now);
        return <Status state={at} label={state[at]} />;
      },
    },
    {
      header: columns.published,
      kind: "time",
      cell: ({ publishedAt }) =>
        publishedAt && <Time at={publishedAt} now={now} />,
    },
    {
      header: columns.language,
      kind: "text",
      wideOnly: true,
      cell: ({ language }) => languages[language],
    },
    {
      header: columns.views,
      kind: "number",
      cell: ({ views }) => <Count value={views} />,
    },
  ];
}
