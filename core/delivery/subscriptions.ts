import type { Signer } from "../access/signing.ts";
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

/** Who a link speaks of. */
export interface Subscriber {
  ownerId: string;
  /** Their address, unless their record was deleted and they are nobody's client now. */
  email?: string;
  unsubscribedAt?: Date | undefined;
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

  /** Whom a link speaks of; `NotFound` if the link is not real, or nothing is known of them. */
  async subscriberOf(token: string): Promise<Subscriber> {
    const { ownerId, client, known } = await this.#holderOf(token);
    if (client) return client;
    return { ownerId, unsubscribedAt: known.leftAt };
  }

  /** Ends the subscription, or takes that back. */
  async change(
    token: string,
    { subscribed }: { subscribed: boolean },
  ): Promise<Subscriber> {
    const { ownerId, client, known } = await this.#holderOf(token);
    const { clients, now } = this.#parts;
    const at = subscribed ? undefined : now();
    if (client) return await clients.of(ownerId).setUnsubscribed(client.id, at);
    await clients.suppressionsOf(ownerId).change(known, at);
    return { ownerId, unsubscribedAt: at };
  }

  /** The client that a link was made for, or whoever has their address now; what is known of it without either. */
  async #holderOf(token: string) {
    const [ownerId, clientId] = this.#read(token);
    const own = this.#parts.clients.of(ownerId);
    const client = await own.find(clientId);
    if (client) return { ownerId, client };
    const known = await this.#parts.clients.suppressionsOf(ownerId)
      .ofFormer(clientId);
    if (!known) throw new NotFound("There is no such client.");
    const heir = await own.find(known.clientId);
    return heir ? { ownerId, client: heir } : { ownerId, known };
  }

  #read(token: string): [ownerId: string, clientId: string] {
    const [ownerId, clientId] = this.#parts.signer.verify(PURPOSE, token) ?? [];
    if (ownerId && clientId) return [ownerId, clientId];
    throw new NotFound(
      "This link is not complete. Open it from the mail once more.",
    );
  }
}
