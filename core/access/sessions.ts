import { z } from "zod";
import { NotFound } from "../errors.ts";
import { Collection, type Store } from "../storage/mod.ts";
import { digest, newSecret } from "./secret.ts";

const DAY = 24 * 60 * 60 * 1000;
const LIFETIME = 30 * DAY;
const RENEWAL = DAY;
const MAX_USER_AGENT = 200;
const SWEEP = 100;

/** Somebody signed in with one browser. */
export const Session = z.object({
  /** SHA-256 of the token that only the browser has. */
  id: z.string(),
  userId: z.string(),
  /** The user's epoch at sign-in; the session counts only while the user is still in it. */
  epoch: z.number(),
  userAgent: z.string().optional(),
  createdAt: z.date(),
  expiresAt: z.date(),
});
export type Session = z.infer<typeof Session>;

/** The part of a user that a session is made for. */
export interface Holder {
  id: string;
  epoch: number;
}

/** Who is signed in: a browser's token to its session. */
export class Sessions {
  readonly #store: Store;
  readonly #sessions;

  constructor(store: Store) {
    this.#store = store;
    this.#sessions = new Collection<Session, "byUser">(store, {
      name: "sessions",
      schema: Session,
      version: 1,
      id: (session) => session.id,
      expiresAt: (session) => session.expiresAt,
      indexes: { byUser: { key: (session) => [session.userId] } },
    });
  }

  /** Signs the user in with one browser; the token is for its cookie alone. */
  async start(
    user: Holder,
    options: { userAgent?: string | undefined } = {},
  ): Promise<{ token: string; session: Session }> {
    const token = newSecret();
    const now = this.#store.now();
    const userAgent = options.userAgent?.slice(0, MAX_USER_AGENT);
    const session = await this.#sessions.insert({
      id: digest(token),
      userId: user.id,
      epoch: user.epoch,
      ...userAgent ? { userAgent } : {},
      createdAt: now,
      expiresAt: expiry(now),
    });
    return { token, session };
  }

  /** The token's session while it lasts; being used prolongs it, at most once a day. */
  async find(token: string): Promise<Session | undefined> {
    const session = await this.#sessions.find(digest(token));
    if (!session) return undefined;
    return this.#isToRenew(session) ? await this.#renew(session) : session;
  }

  /** Signs the token's browser out; a token without a session is no fault. */
  async end(token: string): Promise<void> {
    await this.#remove(digest(token));
  }

  /** Removes every session of the user. */
  async endAll(userId: string): Promise<void> {
    const sessions = this.#sessions.iterate({
      index: "byUser",
      prefix: [userId],
      batch: SWEEP,
    });
    for await (const { record } of sessions) await this.#remove(record.id);
  }

  #isToRenew(session: Session): boolean {
    const renewed = expiry(this.#store.now()).getTime();
    return renewed - session.expiresAt.getTime() >= RENEWAL;
  }

  async #renew(session: Session): Promise<Session | undefined> {
    try {
      return await this.#sessions.update(session.id, (current) => ({
        ...current,
        expiresAt: expiry(this.#store.now()),
      }));
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  async #remove(id: string): Promise<void> {
    try {
      await this.#sessions.remove(id);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
    }
  }
}

function expiry(now: Date): Date {
  return new Date(now.getTime() + LIFETIME);
}
