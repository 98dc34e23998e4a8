import { CoreError, Invalid } from "../errors.ts";
import type { Audiences } from "./audiences.ts";
import type { Audience, AudienceInput } from "./mailing.ts";

// A list that was never written.
const NOBODY: Audience = { kind: "chosen", listId: "", count: 0 };

/** The audience that was chosen, given the one before, which may be meant to stay. */
export type Choice = (before?: Audience) => Audience;

/** How one owner's mailings come to their audiences and part with them. */
export class AudienceChoice {
  readonly #ownerId: string;
  readonly #audiences: Audiences;

  constructor(ownerId: string, audiences: Audiences) {
    this.#ownerId = ownerId;
    this.#audiences = audiences;
  }

  /** Writes the list that was chosen, if one was, for `work` to put in place as a whole. */
  async choose<T>(
    input: AudienceInput,
    work: (choice: Choice) => Promise<T>,
  ): Promise<T> {
    const chosen = await this.#audienceFrom(input);
    try {
      return await work((before) => chosen ?? staying(before));
    } catch (error) {
      // After any other error the mailing may have been written, list and all.
      if (error instanceof CoreError) await this.drop(chosen);
      throw error;
    }
  }

  /** The audience again, with a list of its own. */
  async copyOf(audience: Audience): Promise<Audience> {
    if (audience.kind !== "chosen") return audience;
    try {
      return await this.#written(this.#idsIn(audience.listId));
    } catch (error) {
      if (error instanceof Invalid) return NOBODY;
      throw error;
    }
  }

  /** Removes the list of an audience that is no longer used, unless another one still has it. */
  async drop(
    audience: Audience | undefined,
    { unless }: { unless?: Audience } = {},
  ): Promise<void> {
    const listId = audience && listOf(audience);
    if (!listId || (unless && listOf(unless) === listId)) return;
    await this.#audiences.remove(this.#ownerId, listId);
  }

  async #audienceFrom(input: AudienceInput): Promise<Audience | undefined> {
    if (input.kind !== "chosen") return input;
    if (!input.clientIds) return undefined;
    return input.clientIds.length > 0
      ? await this.#written(input.clientIds)
      : NOBODY;
  }

  async #written(
    clientIds: Iterable<string> | AsyncIterable<string>,
  ): Promise<Audience> {
    const list = await this.#audiences.write(this.#ownerId, clientIds);
    return { kind: "chosen", ...list };
  }

  async *#idsIn(listId: string): AsyncGenerator<string> {
    const members = this.#audiences.iterate(this.#ownerId, listId);
    for await (const { clientId } of members) yield clientId;
  }
}

function staying(before: Audience | undefined): Audience {
  return before?.kind === "chosen" ? before : NOBODY;
}

function listOf(audience: Audience): string | undefined {
  return audience.kind === "chosen" ? audience.listId : undefined;
}
