import { createHash, randomBytes } from "node:crypto";

const SECRET_BYTES = 32;

/** A secret that nobody can guess: 32 random bytes as text that is safe in a link. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

/** What is stored in a secret's place: its SHA-256, from which it cannot be found. */
export function digest(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
