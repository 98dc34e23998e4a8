import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { Limiter } from "./limiter.ts";
import { formatHash, parseHash, type ScryptHash } from "./scrypt_hash.ts";

const KEY_BYTES = 32;
const SALT_BYTES = 16;
/** 2^17 blocks of 1 KiB: about 0.45 s and 128 MiB a hash. */
const DEFAULT_COST: Cost = { N: 2 ** 17, r: 8, p: 1 };

/** What a hash costs, in scrypt's own terms. */
export interface Cost {
  /** Memory and time; a power of two. */
  N: number;
  /** Block size. */
  r: number;
  /** Parallel lanes. */
  p: number;
}

/** Settings of the password hasher. */
export interface PasswordsOptions {
  /** Cost of new hashes; tests take a cheap one. */
  cost?: Cost;
}

/** Hashes passwords and compares them, few at a time. */
export interface Passwords {
  /** A salted hash that describes its own cost; throws `Conflict` when too many wait. */
  hash(password: string): Promise<string>;
  /**
   * Whether the password is the hashed one; throws `Conflict` when too many wait.
   * Without a hash the answer is no, at the same cost, so that time tells nothing.
   */
  verify(password: string, hash: string | undefined): Promise<boolean>;
  /** Whether the hash was made at another cost than new ones and should be made anew. */
  isOutdated(hash: string): boolean;
}

/** Makes the process's one password hasher; its limits hold only if it is shared. */
export function createPasswords(options: PasswordsOptions = {}): Passwords {
  const cost = options.cost ?? DEFAULT_COST;
  const decoy = { ...cost, salt: salt(), key: randomBytes(KEY_BYTES) };
  const limiter = new Limiter({
    running: 2,
    waiting: 32,
    refusal: "Too many people are signing in right now. Try again in a minute.",
  });
  const derive = (password: string, setting: Omit<ScryptHash, "key">) =>
    limiter.run(() => deriveKey(password, setting));
  return {
    async hash(password) {
      const setting = { ...cost, salt: salt() };
      return formatHash({ ...setting, key: await derive(password, setting) });
    },
    async verify(password, hash) {
      // The decoy's key is random: no password leads to it.
      const stored = parseHash(hash ?? "") ?? decoy;
      return timingSafeEqual(await derive(password, stored), stored.key);
    },
    isOutdated(hash) {
      const stored = parseHash(hash);
      return stored?.N !== cost.N || stored.r !== cost.r || stored.p !== cost.p;
    },
  };
}

function salt(): Uint8Array {
  return randomBytes(SALT_BYTES);
}

function deriveKey(
  password: string,
  { N, r, p, salt }: Omit<ScryptHash, "key">,
): Promise<Uint8Array> {
  // The same letters may be typed composed or decomposed, depending on the keyboard.
  const text = password.normalize("NFKC");
  const maxmem = 128 * N * r + 128 * r * p + 2 ** 20;
  return new Promise((resolve, reject) =>
    scrypt(
      text,
      salt,
      KEY_BYTES,
      { N, r, p, maxmem },
      (error, key) => error ? reject(error) : resolve(key),
    )
  );
}
