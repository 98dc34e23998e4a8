import {
  DescriptionList,
  type Fact,
} from "../../../../components/DescriptionList.tsx";
import { Time } from "../../../../components/Time.tsx";
import type { Client } from "../../../../core/clients/client.ts";

/** A client and where their reader is. */
export interface ClientDetailsProps {
  client: Client;
  now: Date;
  zone: string;
}

/** What is known about a client. */
export function ClientDetails({ client, now, zone }: ClientDetailsProps) {
  const { email, comment, createdAt, updatedAt, unsubscribedAt } = client;
  const when = (at: Date) => <Time at={at} now={now} zone={zone} />;
  const facts: Fact[] = [["E-mail", email]];
  if (comment) facts.push(["Comment", linesOf(comment)]);
  facts.push(["Added", when(createdAt)]);
  if (updatedAt > createdAt) facts.push(["Changed", when(updatedAt)]);
  if (unsubscribedAt) facts.push(["Left", since(when(unsubscribedAt))]);
  return <DescriptionList facts={facts} />;
}

function linesOf(comment: string) {
  return <span class="whitespace-pre-line">{comment}</span>;
}

function since(time: ReturnType<typeof Time>) {
  return (
    <>
      {time}
      <p class="text-13 text-faded">
        Every run passes them over. Only they can take that back, by the link in
        a mail they got.
      </p>
    </>
  );
}
