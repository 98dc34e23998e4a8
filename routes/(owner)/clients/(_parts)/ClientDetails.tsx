import {
  DescriptionList,
  type Fact,
} from "../../../../components/DescriptionList.tsx";
import { Time } from "../../../../components/Time.tsx";
import type { Client } from "../../../../core/clients/client.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";

/** A client as their owner sees them. */
export interface ClientDetailsProps {
  client: Client;
  now: Date;
  t: Catalogue;
}

/** What is known about a client. */
export function ClientDetails({ client, now, t }: ClientDetailsProps) {
  const { email, comment, createdAt, updatedAt, unsubscribedAt } = client;
  const when = (at: Date) => <Time at={at} now={now} />;
  const { columns, fields, facts: words } = t.clients;
  const facts: Fact[] = [[columns.email, email]];
  if (comment) facts.push([fields.comment, linesOf(comment)]);
  facts.push([words.added, when(createdAt)]);
  if (updatedAt > createdAt) facts.push([words.changed, when(updatedAt)]);
  if (unsubscribedAt) {
    facts.push([words.left, since(when(unsubscribedAt), words.leftNote)]);
  }
  return <DescriptionList facts={facts} />;
}

function linesOf(comment: string) {
  return <span class="whitespace-pre-line">{comment}</span>;
}

function since(time: ReturnType<typeof Time>, note: string) {
  return (
    <>
      {time}
      <p class="text-13 text-faded">{note}</p>
    </>
  );
}
