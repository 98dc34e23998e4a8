import { Invalid } from "../errors.ts";
import { type Key, packKey, unpackKey } from "./keys.ts";

/** A piece of a list, with cursors to the pieces around it. */
export interface Page<T> {
  items: T[];
  /** Where the next page starts; absent on the last one. */
  next?: string;
  /** Where the page before ends; absent on the first one. */
  previous?: string;
}

/** A place in a list, and which side of it is wanted in the order of the list. */
export interface Position {
  side: "after" | "before";
  /** The place itself is wanted too. */
  inclusive?: boolean;
  /** The entry's key, below the base of the list. */
  at: Key;
}

/** What a cursor belongs to: what all keys of the list have in front, and its direction. */
export interface ListIdentity {
  base: Key;
  startsWith?: string | undefined;
  reverse: boolean;
}

/** The cursor of a position in a list: opaque, and good for that list alone. */
export function formatCursor(list: ListIdentity, position: Position): string {
  const side = (position.side === "after" ? "a" : "b") +
    (position.inclusive ? "i" : "x");
  const body = side + packKey(position.at);
  const text = checksum(list, body) + body;
  return new TextEncoder().encode(text).toBase64({
    alphabet: "base64url",
    omitPadding: true,
  });
}

/** The position of a cursor; `Invalid` if it is damaged or belongs to another list. */
export function parseCursor(list: ListIdentity, cursor: string): Position {
  const text = decode(cursor);
  const body = text.slice(8);
  if (text.slice(0, 8) !== checksum(list, body)) throw badCursor();
  const inclusive = body[1] === "i";
  try {
    return {
      side: body[0] === "a" ? "after" : "before",
      inclusive,
      at: unpackKey(body.slice(2)),
    };
  } catch {
    throw badCursor();
  }
}

function decode(cursor: string): string {
  try {
    const bytes = Uint8Array.fromBase64(cursor, { alphabet: "base64url" });
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw badCursor();
  }
}

function badCursor(): Invalid {
  return new Invalid({
    cursor: "This place in the list is not known. Start at the first page.",
  });
}

// FNV-1a: finds damage and mix-ups. It need not withstand forgery, because a position
// is read below the list's own base and cannot lead out of it.
function checksum(
  { base, startsWith = "", reverse }: ListIdentity,
  body: string,
): string {
  const text = `${packKey([...base, startsWith, reverse])}${body}`;
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
