import type { Client } from "../clients/client.ts";
import type { Clients } from "../clients/clients.ts";
import type { ClientCount, OwnClients } from "../clients/own_clients.ts";
import { inGroups } from "../in_groups.ts";
import type { Audiences } from "../mailings/audiences.ts";
import type { MailingSettings } from "../mailings/mailing.ts";

/** Clients read at once. */
const BATCH = 500;

/** Members of a list whose clients are looked up side by side. */
const LOOKED_UP = 100;

/** One client of an audience, and the cursor from which to go on after them. */
export interface AudienceClient {
  readonly client: Client;
  readonly cursor: string;
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
    yield* found(own, members);
    return;
  }
  const search = audience.kind === "search" ? audience.query : undefined;
  const all = own.iterate({ search }, { after, batch: BATCH });
  for await (const streamed of all) {
    yield {
      client: streamed.record,
      get cursor() {
        return streamed.cursor;
      },
    };
  }
}

async function* found(
  own: OwnClients,
  members: AsyncIterable<{ clientId: string; cursor: string }>,
): AsyncGenerator<AudienceClient> {
  for await (const some of inGroups(members, LOOKED_UP)) {
    const clients = await Promise.all(
      some.map(({ clientId }) => own.find(clientId)),
    );
    for (const [n, client] of clients.entries()) {
      const member = some[n];
      if (client && member) yield { client, cursor: member.cursor };
    }
  }
}

async function* idsOf(
  members: AsyncIterable<{ clientId: string }>,
): AsyncGenerator<string> {
  for await (const { clientId } of members) yield clientId;
}
