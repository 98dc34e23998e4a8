import { z } from "zod";
import { Collection, type Store, type Transaction } from "../storage/mod.ts";
import { digest, newSecret } from "./secret.ts";

const HOUR = 60 * 60 * 1000;

const Purpose = z.enum(["confirm address", "reset password"]);

/** What a one-time token permits. */
export type Purpose = z.infer<typeof Purpose>;

const LIFETIMES: Record<Purpose, number> = {
  "confirm address": 72 * HOUR,
  "reset password": HOUR,
};

const Token = z.object({
  /** User and purpose: a user has at most one token of a purpose. */
  id: z.string(),
  /** SHA-256 of the token that only the mail has. */
  digest: z.string(),
  purpose: Purpose,
  userId: z.string(),
  expiresAt: z.date(),
});
type Token = z.infer<typeof Token>;

/** One-time tokens that go out by mail and permit their holder one thing. */
export class Tokens {
  readonly #store: Store;
  readonly #tokens;

  constructor(store: Store) {
    this.#store = store;
    this.#tokens = new Collection<Token, "byDigest">(store, {
      name: "tokens",
      schema: Token,
      version: 1,
      id: (token) => token.id,
      expiresAt: (token) => token.expiresAt,
      indexes: {
        byDigest: { unique: true, key: (token) => [token.digest] },
      },
    });
  }

  /** A new token for the user; the one issued before for the same purpose ends. */
  async issue(
    purpose: Purpose,
    userId: string,
    tx: Transaction,
  ): Promise<string> {
    const secret = newSecret();
    const token: Token = {
      id: idOf(purpose, userId),
      digest: digest(secret),
      purpose,
      userId,
      expiresAt: new Date(this.#store.now().getTime() + LIFETIMES[purpose]),
    };
    const older = await this.#tokens.find(token.id, tx);
    if (older) await this.#tokens.update(token.id, () => token, tx);
    else await this.#tokens.insert(token, tx);
    return secret;
  }

  /** The user whom the token permits this, if it is still good; it stays good. */
  async holder(
    purpose: Purpose,
    secret: string,
    tx?: Transaction,
  ): Promise<string | undefined> {
    const key = [digest(secret)];
    const token = await this.#tokens.findBy("byDigest", key, tx);
    return token?.purpose === purpose ? token.userId : undefined;
  }

  /** The user whom the token permits this, if it is still good; it ends with the transaction. */
  async take(
    purpose: Purpose,
    secret: string,
    tx: Transaction,
  ): Promise<string | undefined> {
    const userId = await this.holder(purpose, secret, tx);
    if (userId === undefined) return undefined;
    await this.#tokens.remove(idOf(purpose, userId), tx);
    return userId;
  }

  /** Ends every token of the user. */
  async revoke(userId: string, tx: Transaction): Promise<void> {
    for (const purpose of Purpose.options) {
      const token = await this.#tokens.find(idOf(purpose, userId), tx);
      if (token) await this.#tokens.remove(token.id, tx);
    }
  }
}

function idOf(purpose: Purpose, userId: string): string {
  return `${userId} ${purpose}`;
}
