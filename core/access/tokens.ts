import { z } from "zod";
import { Collection, type Store, type Transaction } from "../storage/mod.ts";
import { Language } from "../i18n/language.ts";
import { digest, newSecret } from "./secret.ts";

const HOUR = 60 * 60 * 1000;

const Purpose = z.enum(["confirm address", "reset password"]);

/** What a one-time token permits. */
export type Purpose = z.infer<typeof Purpose>;

const LIFETIMES: Record<Purpose, number> = {
  "confirm address": 72 * HOUR,
  "reset password": HOUR,
};

/** What somebody chose who registered: each registration of an address has its own. */
export const Registered = z.object({
  /** Known besides to the browser that registered. */
  id: z.string(),
  name: z.string(),
  timeZone: z.string(),
  passwordHash: z.string(),
  mailLanguage: Language.optional(),
});
export type Registered = z.infer<typeof Registered>;

const Token = z.object({
  /** User and purpose, and the registration: of each a user has at most one token. */
  id: z.string(),
  /** SHA-256 of the token that only the mail has. */
  digest: z.string(),
  purpose: Purpose,
  userId: z.string(),
  /** The registration that the link was mailed for. */
  registered: Registered.optional(),
  expiresAt: z.date(),
});
/** A one-time token, as it is kept. */
export type Token = z.infer<typeof Token>;

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

  /** A new token for the user; the one issued before for the same purpose and registration ends. */
  async issue(
    purpose: Purpose,
    { userId, registered }: Pick<Token, "userId" | "registered">,
    tx: Transaction,
  ): Promise<string> {
    const secret = newSecret();
    const token: Token = {
      id: idOf(purpose, { userId, registered }),
      ...(registered && { registered }),
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
    return (await this.find(purpose, secret, tx))?.userId;
  }

  /** The token itself, if it is still good. */
  async find(
    purpose: Purpose,
    secret: string,
    tx?: Transaction,
  ): Promise<Token | undefined> {
    const key = [digest(secret)];
    const token = await this.#tokens.findBy("byDigest", key, tx);
    return token?.purpose === purpose ? token : undefined;
  }

  /** What somebody chose who registered, while their link is good. */
  async registered(
    userId: string,
    registration: string,
    tx: Transaction,
  ): Promise<Registered | undefined> {
    const id = `${userId} confirm address ${registration}`;
    return (await this.#tokens.find(id, tx))?.registered;
  }

  /** The user whom the token permits this, if it is still good; it ends with the transaction. */
  async take(
    purpose: Purpose,
    secret: string,
    tx: Transaction,
  ): Promise<string | undefined> {
    const token = await this.find(purpose, secret, tx);
    if (token === undefined) return undefined;
    await this.#tokens.remove(token.id, tx);
    return token.userId;
  }

  /** Ends every token of the user. */
  async revoke(userId: string, tx: Transaction): Promise<void> {
    for (const purpose of Purpose.options) {
      const token = await this.#tokens.find(idOf(purpose, { userId }), tx);
      if (token) await this.#tokens.remove(token.id, tx);
    }
  }
}

function idOf(
  purpose: Purpose,
  { userId, registered }: {
    userId: string;
    registered?: Registered | undefined;
  },
): string {
  const id = `${userId} ${purpose}`;
  return registered ? `${id} ${registered.id}` : id;
}
