import type { Client } from "../clients/client.ts";
import type { Clients } from "../clients/clients.ts";
import type { ClientCount } from "../clients/own_clients.ts";
import type { Audiences } from "../mailings/audiences.ts";
import type { MailingSettings } from "../mailings/mailing.ts";

/** One client of an audience, and the cursor from which to go on after them. */
export interface AudienceClient {
  client: Client;
  cursor: string;
}

/** How many of those a mailing goes to would get it: whoever unsubscribed is left out. */
export async function countRecipients(
  { clients, audiences }: { clients: Clients; audiences: Audiences },
  { ownerId, audience, atMost }:
    & Pick<MailingSettings, "ownerId" | "audience">
    & { atMost: number },
): Promise<ClientCount> {
  const own = clients.of(ownerId);
  switch (audience.kind) {
    case "everyone":
      return await own.countRecipients({ atMost });
    case "search":
      return await own.countRecipients({ search: audience.query, atMost });
    case "chosen": {
      const members = audiences.iterate(ownerId, audience.listId);
      return await own.countRecipients({ ids: idsOf(members), atMost });
    }
  }
}

/** The clients a mailing goes to one after another, those who unsubscribed among them. */
export async function* audienceClients(
  { clients, audiences }: { clients: Clients; audiences: Audiences },
  { ownerId, audience }: Pick<MailingSettings, "ownerId" | "audience">,
  { after }: { after?: string | undefined } = {},
): AsyncGenerator<AudienceClient> {
  const own = clients.of(ownerId);
  if (audience.kind === "chosen") {
    const members = audiences.iterate(ownerId, audience.listId, { after });
    for await (const member of members) {
      const client = await own.find(member.clientId);
      if (client) yield { client, cursor: member.cursor };
    }
    return;
  }
  const search = audience.kind === "search" ? audience.query : undefined;
  for await (const found of own.iterate({ search }, { after })) {
    yield { client: found.record, cursor: found.cursor };
  }
}

async function* idsOf(
  members: AsyncIterable<{ clientId: string }>,
): AsyncGenerator<string> {
  for await (const { clientId } of members) yield clientId;
}
