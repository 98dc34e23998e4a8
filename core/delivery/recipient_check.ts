import type { SkipReason } from "../attempts/skipped.ts";
import { ClientChanges } from "../clients/client_changes.ts";
import { isSubscribed } from "../clients/client.ts";
import type { Clients } from "../clients/clients.ts";
import type { Store } from "../storage/mod.ts";
import type { Person } from "./block.ts";

/** Where recipients are looked up again. */
export interface RecipientCheckParts {
  store: Store;
  clients: Clients;
  /** How often it is asked who has changed, in milliseconds. */
  every: number;
}

/**
 * Asks again about recipients whom a worker has in hand: who left, was deleted or moved to
 * another address since they were planned. Nearly nobody did, so it reads the few changes
 * among them instead of their records.
 */
export class RecipientCheck {
  readonly #ownerId: string;
  readonly #parts: RecipientCheckParts;
  readonly #changes: ClientChanges;
  #first = "";
  #last = "";
  /** When clients in hand have changed last. */
  #changed: ReadonlyMap<string, number> = new Map();
  /** Which of these changes were looked into. */
  readonly #known = new Map<string, number>();
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(ownerId: string, parts: RecipientCheckParts) {
    this.#ownerId = ownerId;
    this.#parts = parts;
    this.#changes = new ClientChanges(parts.store);
    // Whoever cannot read the store cannot settle anything either, and hears of it there.
    const look = () => void this.#look().catch(() => {});
    this.#timer = setInterval(look, parts.every);
  }

  /** Looks at some more people, who are about to be mailed. */
  async add(people: readonly Person[]): Promise<void> {
    for (const { clientId } of people) {
      if (this.#first === "" || clientId < this.#first) this.#first = clientId;
      if (clientId > this.#last) this.#last = clientId;
    }
    await this.#look();
  }

  /** Whether somebody has changed in a way that was not looked into yet. */
  hasChanged({ clientId }: Person): boolean {
    const at = this.#changed.get(clientId);
    return at !== undefined && at !== this.#known.get(clientId);
  }

  /** Where somebody is to be mailed by now, or why they are not. */
  async current(person: Person): Promise<Person | SkipReason> {
    const { clientId } = person;
    const at = this.#changed.get(clientId);
    const client = await this.#parts.clients.of(this.#ownerId).find(clientId);
    if (at !== undefined) this.#known.set(clientId, at);
    if (!client) return "deleted";
    if (!isSubscribed(client)) return "unsubscribed";
    return { ...person, email: client.email };
  }

  /** Looks no more. */
  end(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    if (this.#first === "") return;
    this.#changed = await this.#changes.within({
      ownerId: this.#ownerId,
      first: this.#first,
      last: this.#last,
    });
  }
}
