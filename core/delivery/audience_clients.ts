import type { Client } from "../clients/client.ts";
import type { Clients } from "../clients/clients.ts";
import type { ClientCount } from "../clients/clients_wanted.ts";
import type { OwnClients } from "../clients/own_clients.ts";
import { inGroups } from "../in_groups.ts";
import type { Audiences } from "../mailings/audiences.ts";
import type { MailingSettings } from "../mailings/mailing.ts";
import type { Streamed } from "../storage/mod.ts";

/** Clients read at once. */
const BATCH = 500;

/** Members of a list whose clients are looked up side by side. */
const LOOKED_UP = 100;

/** One client of an audience, and the cursor from which to go on after them. */
export type AudienceClient = Streamed<Client>;

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

/** The clients a mailing goes to in batches as they are read, those who unsubscribed among them. */
export function audienceClients(
  { clients, audiences }: { clients: Clients; audiences: Audiences },
  { ownerId, audience }: Pick<MailingSettings, "ownerId" | "audience">,
  { after }: { after?: string | undefined } = {},
): AsyncIterable<AudienceClient[]> {
  const own = clients.of(ownerId);
  if (audience.kind === "chosen") {
    return found(own, audiences.iterate(ownerId, audience.listId, { after }));
  }
  const search = audience.kind === "search" ? audience.query : undefined;
  return own.batches({ search }, { after, batch: BATCH });
}

async function* found(
  own: OwnClients,
  members: AsyncIterable<{ clientId: string; cursor: string }>,
): AsyncGenerator<AudienceClient[]> {
  for await (const some of inGroups(members, LOOKED_UP)) {
    const clients = await Promise.all(
      some.map(async ({ clientId, cursor }) => {
        const record = await own.find(clientId);
        return record && { record, cursor };
      }),
    );
    yield clients.filter((client) => client !== undefined);
  }
}

async function* idsOf(
  members: AsyncIterable<{ clientId: string }>,
): AsyncGenerator<string> {
  for await (const { clientId } of members) yield clientId;
}
