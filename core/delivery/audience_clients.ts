import type { Client } from "../clients/client.ts";
import type { Clients } from "../clients/clients.ts";
import type { Audiences } from "../mailings/audiences.ts";
import type { MailingSettings } from "../mailings/mailing.ts";

/** One client of an audience, and the cursor from which to go on after them. */
export interface AudienceClient {
  client: Client;
  cursor: string;
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
