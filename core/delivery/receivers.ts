import { backoff } from "./backoff.ts";
import type { Outcome } from "./outcome.ts";
import type { ReceiverPolicy } from "./policy.ts";

type Blocked = Outcome & { kind: "blocked" };

/** What is known of a domain that blocks a sender. */
interface BlockingDomain {
  /** Blocks in a row. */
  blocks: number;
  /** The last of them. */
  outcome: Blocked;
  /** Until when nothing is handed over for it, in milliseconds. */
  until: number;
}

/** What receivers are remembered with. */
export interface ReceiversParts {
  policy: ReceiverPolicy;
  now: () => Date;
}

/** Domains that are remembered of one owner at most. */
const MOST = 1_000;

/**
 * The receiving domains that block a sender, as this worker found them out. One that did so a
 * few times in a row is left alone for a while, and then tried with one message: the sender's
 * mail to everybody else goes on meanwhile.
 */
export class Receivers {
  readonly #parts: ReceiversParts;
  readonly #owners = new Map<string, Map<string, BlockingDomain>>();

  constructor(parts: ReceiversParts) {
    this.#parts = parts;
  }

  /** Why a message is not to be handed over for now; one that is, is tried for all others. */
  heldBack(ownerId: string, address: string): Blocked | undefined {
    const domain = this.#owners.get(ownerId)?.get(domainOf(address));
    if (!domain || domain.blocks < this.#parts.policy.blocks) return undefined;
    const now = this.#now();
    const wait = domain.until - now;
    // A longer one was set by a clock that was ahead.
    const isWaiting = wait > 0 && wait <= this.#parts.policy.longest;
    if (!isWaiting) domain.until = now + this.#waitAfter(domain.blocks);
    return isWaiting ? domain.outcome : undefined;
  }

  /** Hears what became of a message that was handed over. */
  hear(ownerId: string, address: string, outcome: Outcome): void {
    if (outcome.kind === "blocked") this.#note(ownerId, address, outcome);
    if (outcome.kind !== "delivered") return;
    const domains = this.#owners.get(ownerId);
    if (!domains?.delete(domainOf(address))) return;
    if (domains.size === 0) this.#owners.delete(ownerId);
  }

  /** The last answer by which an owner was blocked for good, as far as is known. */
  lastBlock(ownerId: string): string | undefined {
    return this.#blocking(ownerId).at(-1)?.outcome.reply;
  }

  /** How many domains block an owner for good, as far as is known. */
  countBlocking(ownerId: string): number {
    return this.#blocking(ownerId).length;
  }

  #blocking(ownerId: string): BlockingDomain[] {
    const domains = this.#owners.get(ownerId)?.values() ?? [];
    return [...domains].filter(({ outcome }) => !outcome.isForNow);
  }

  #note(ownerId: string, address: string, outcome: Blocked): void {
    const domains = this.#owners.getOrInsertComputed(ownerId, () => new Map());
    const name = domainOf(address);
    const blocks = (domains.get(name)?.blocks ?? 0) + 1;
    const until = this.#now() + this.#waitAfter(blocks);
    domains.set(name, { blocks, outcome, until });
    const [oldest] = domains.keys();
    if (domains.size > MOST && oldest !== undefined) domains.delete(oldest);
  }

  #waitAfter(blocks: number): number {
    const { policy } = this.#parts;
    return backoff(Math.max(1, blocks - policy.blocks + 1), policy);
  }

  #now(): number {
    return this.#parts.now().getTime();
  }
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
