import { Buffer } from "node:buffer";
import { timingSafeEqual } from "node:crypto";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { z } from "zod";
import { Conflict } from "../errors.ts";
import { Collection, type Store } from "../storage/mod.ts";
import { newSecret } from "./secret.ts";

/** 128 bits: beyond guessing, and the link stays short. */
const MAC_BYTES = 16;
const KEY_ID = "signing";
const IN_LINKS = { alphabet: "base64url", omitPadding: true } as const;
const encoder = new TextEncoder();

const Secret = z.object({ id: z.string(), value: z.string() });
type Secret = z.infer<typeof Secret>;
const Parts = z.array(z.string());

/** Signs small payloads at once, with a key that is loaded already. */
export interface Signer {
  /** A token, safe in a link, that carries the parts; anyone can read them, nobody change them. */
  sign(purpose: string, parts: string[]): string;
  /** The parts of a token signed for this purpose; undefined for any other text. */
  verify(purpose: string, token: string): string[] | undefined;
  /** A name for a text, always the same, that tells nothing of it and that nobody else can work out. */
  mark(purpose: string, text: string): string;
}

/** Signs small payloads with a key that the store keeps and makes at first use. */
export class Signing {
  readonly #secrets: Collection<Secret>;
  #signer: Promise<Signer> | undefined;

  constructor(store: Store) {
    this.#secrets = new Collection<Secret>(store, {
      name: "secrets",
      schema: Secret,
      version: 1,
      id: (secret) => secret.id,
      indexes: {},
    });
  }

  /** Signs as `Signer.sign`, loading the key first if needed. */
  async sign(purpose: string, parts: string[]): Promise<string> {
    return (await this.load()).sign(purpose, parts);
  }

  /** Verifies as `Signer.verify`, loading the key first if needed. */
  async verify(purpose: string, token: string): Promise<string[] | undefined> {
    return (await this.load()).verify(purpose, token);
  }

  /** The signer itself, for hot paths; the key is read from the store once. */
  load(): Promise<Signer> {
    return this.#signer ??= this.#open();
  }

  async #open(): Promise<Signer> {
    try {
      return createSigner(await this.#loadSecret());
    } catch (error) {
      // A failed read is not kept: the next call tries again.
      this.#signer = undefined;
      throw error;
    }
  }

  async #loadSecret(): Promise<string> {
    const known = await this.#secrets.find(KEY_ID);
    if (known) return known.value;
    try {
      const made = { id: KEY_ID, value: newSecret() };
      return (await this.#secrets.insert(made)).value;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      // Another process made it first; its key is everyone's.
      return (await this.#secrets.get(KEY_ID)).value;
    }
  }
}

function createSigner(secret: string): Signer {
  const mac = macWith(Buffer.from(secret, "base64url"));
  const scratch = new Scratch();
  return {
    mark: mac,
    sign(purpose, parts) {
      const payload = scratch.encode(JSON.stringify(parts)).toBase64(IN_LINKS);
      return `${payload}.${mac(purpose, payload)}`;
    },
    verify(purpose, token) {
      const [payload = "", given = "", ...rest] = token.split(".");
      if (rest.length > 0) return undefined;
      if (!isSame(given, mac(purpose, payload))) return undefined;
      return Parts.parse(
        JSON.parse(Buffer.from(payload, "base64url").toString()),
      );
    },
  };
}

/** HMAC-SHA256 under one key, whose first steps are made once: every mail has a link to sign. */
function macWith(key: Uint8Array) {
  const begun = hmac.create(sha256, key);
  const current = begun.clone();
  const digest = new Uint8Array(begun.outputLen);
  const mac = digest.subarray(0, MAC_BYTES);
  const scratch = new Scratch();
  return (purpose: string, payload: string): string => {
    // No purpose holds a colon, so the first one always parts the two.
    const message = scratch.encode(`${purpose}:${payload}`);
    begun._cloneInto(current).update(message).digestInto(digest);
    return mac.toBase64(IN_LINKS);
  };
}

/** Encodes texts in one place, each until the next. */
class Scratch {
  #bytes = new Uint8Array(1_024);

  encode(text: string): Uint8Array {
    const most = text.length * 3;
    if (this.#bytes.length < most) this.#bytes = new Uint8Array(most);
    const { written } = encoder.encodeInto(text, this.#bytes);
    return this.#bytes.subarray(0, written);
  }
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
