import {
  createHash,
  createPrivateKey,
  type KeyObject,
  sign,
} from "node:crypto";
import { Invalid } from "../../../errors.ts";

/** The key that a domain signs its mail with (RFC 6376, RFC 8463). */
export interface DkimOptions {
  /** The domain that vouches for the mail. */
  domain: string;
  /** Where below `_domainkey` of the domain its public key is. */
  selector: string;
  /** An RSA or Ed25519 key as PEM. */
  privateKey: string;
}

/** Those of them that a mail has are signed; so is that there is no second "From". */
const SIGNED = [
  "from",
  "to",
  "subject",
  "date",
  "message-id",
  "reply-to",
  "list-unsubscribe",
  "list-unsubscribe-post",
  "mime-version",
  "content-type",
];
const LABEL = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/i;
const FOLD = "\r\n ";
const BASE64_A_LINE = 72;

/** Receivers count what a shorter RSA key signs as unsigned (RFC 8301). */
const SHORTEST_RSA = 1_024;

/** Puts a DKIM signature in front of sources; throws `Invalid` on a key or a name that cannot be used. */
export function dkimSigner(
  { domain, selector, privateKey }: DkimOptions,
): (source: string) => string {
  if (!LABEL.test(domain)) throw bad("DKIM_DOMAIN", "is no domain.");
  if (!LABEL.test(selector)) throw bad("DKIM_SELECTOR", "is no selector.");
  const key = privateKeyOf(privateKey);
  const type = key.asymmetricKeyType;
  const signed = type === "rsa"
    ? (text: string) => sign("sha256", bytesOf(text), key)
    // RFC 8463 signs the hash, as if it were the message.
    : (text: string) => sign(null, sha256(text), key);
  return (source) => {
    const end = source.indexOf("\r\n\r\n") + 2;
    const headers = relaxedHeaders(source.slice(0, end));
    const present = SIGNED.filter((name) => headers.has(name));
    const start = `v=1; a=${type}-sha256; c=relaxed/relaxed; d=${domain};` +
      `${FOLD}s=${selector}; h=${[...present, "from"].join(`:${FOLD}`)};` +
      `${FOLD}bh=${
        sha256(relaxedBody(source.slice(end + 2))).toString("base64")
      };${FOLD}b=`;
    const text = present.map((name) => headers.get(name)).join("") +
      `dkim-signature:${relaxedValue(start)}`;
    const signature = signed(text).toString("base64");
    return `DKIM-Signature: ${start}${inLines(signature)}\r\n${source}`;
  };
}

function privateKeyOf(pem: string): KeyObject {
  const key = parsedKey(pem);
  const type = key.asymmetricKeyType;
  if (type !== "rsa" && type !== "ed25519") {
    throw bad(
      "DKIM_KEY_FILE",
      `has a key of type ${type}: use RSA or Ed25519.`,
    );
  }
  const { modulusLength } = key.asymmetricKeyDetails ?? {};
  if (modulusLength !== undefined && modulusLength < SHORTEST_RSA) {
    throw bad(
      "DKIM_KEY_FILE",
      `has an RSA key of ${modulusLength} bits, which receivers ignore: use 2048.`,
    );
  }
  return key;
}

function parsedKey(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    // What failed may quote the key.
    throw bad(
      "DKIM_KEY_FILE",
      "holds no private key that can be read: use PEM without a passphrase.",
    );
  }
}

function bad(name: string, sentence: string): Invalid {
  return new Invalid({ [name]: `${name} ${sentence}` });
}

/** A body as it is hashed: white space counts for little, and empty lines at the end for nothing. */
export function relaxedBody(body: string): string {
  const text = body.replace(/[ \t]+/g, " ").replace(/ (?=\r\n|$)/g, "");
  const end = text.search(/(?:\r\n)*$/);
  return end === 0 ? "" : `${text.slice(0, end)}\r\n`;
}

/** The lines of a head as they are signed, by name; of several the last, as the RFC has it. */
function relaxedHeaders(head: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of head.split(/\r\n(?![ \t])/)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim().toLowerCase();
    headers.set(name, `${name}:${relaxedValue(line.slice(colon + 1))}\r\n`);
  }
  return headers;
}

function relaxedValue(value: string): string {
  return value.replace(/\r\n/g, "").replace(/[ \t]+/g, " ").trim();
}

function inLines(text: string): string {
  let lines = "";
  for (let at = 0; at < text.length; at += BASE64_A_LINE) {
    lines += (at === 0 ? "" : FOLD) + text.slice(at, at + BASE64_A_LINE);
  }
  return lines;
}

function sha256(text: string) {
  return createHash("sha256").update(text).digest();
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
