import type { Signer } from "../access/signing.ts";
import type { Client } from "../clients/client.ts";
import type { Clients } from "../clients/clients.ts";
import { NotFound } from "../errors.ts";

const PURPOSE = "unsubscribe";

/** What the links in mails are made and read with. */
export interface SubscriptionsParts {
  clients: Clients;
  signer: Signer;
  /** The site's address, without a slash at the end. */
  baseUrl: string;
  now: () => Date;
}

/** Clients ending and renewing their subscription by the link in a mail, without an account. */
export class Subscriptions {
  readonly #parts: SubscriptionsParts;

  constructor(parts: SubscriptionsParts) {
    this.#parts = parts;
  }

  /** The link for one client of one owner. */
  urlOf(ownerId: string, clientId: string): string {
    const token = this.#parts.signer.sign(PURPOSE, [ownerId, clientId]);
    return `${this.#parts.baseUrl}/unsubscribe/${token}`;
  }

  /** The client that a link speaks of; `NotFound` if the link or the client is not real. */
  async clientOf(token: string): Promise<Client> {
    const [ownerId, clientId] = this.#read(token);
    return await this.#parts.clients.of(ownerId).get(clientId);
  }

  /** Ends the subscription, or takes that back. */
  async change(
    token: string,
    { subscribed }: { subscribed: boolean },
  ): Promise<Client> {
    const [ownerId, clientId] = this.#read(token);
    const at = subscribed ? undefined : this.#parts.now();
    return await this.#parts.clients.of(ownerId).setUnsubscribed(clientId, at);
  }

  #read(token: string): [ownerId: string, clientId: string] {
    const [ownerId, clientId] = this.#parts.signer.verify(PURPOSE, token) ?? [];
    if (ownerId && clientId) return [ownerId, clientId];
    throw new NotFound(
      "This link is not complete. Open it from the mail once more.",
    );
  }
}
