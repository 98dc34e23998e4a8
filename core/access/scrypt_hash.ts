const PATTERN =
  /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,3}),p=(\d{1,3})\$([\w-]{22})\$([\w-]{43})$/;

/** A password's hash with everything needed to make it again. */
export interface ScryptHash {
  N: number;
  r: number;
  p: number;
  /** 16 bytes. */
  salt: Uint8Array;
  /** 32 bytes. */
  key: Uint8Array;
}

/** One string that says how the hash was made: `$scrypt$ln=17,r=8,p=1$salt$key`. */
export function formatHash({ N, r, p, salt, key }: ScryptHash): string {
  const cost = `ln=${Math.log2(N)},r=${r},p=${p}`;
  return `$scrypt$${cost}$${toText(salt)}$${toText(key)}`;
}

/** Reads what `formatHash` wrote; undefined if the text is no such hash. */
export function parseHash(text: string): ScryptHash | undefined {
  const [, ln, r, p, salt, key] = text.match(PATTERN) ?? [];
  if (salt === undefined || key === undefined) return undefined;
  return {
    N: 2 ** Number(ln),
    r: Number(r),
    p: Number(p),
    salt: toBytes(salt),
    key: toBytes(key),
  };
}

function toText(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: "base64url", omitPadding: true });
}

function toBytes(text: string): Uint8Array {
  return Uint8Array.fromBase64(text, { alphabet: "base64url" });
}
