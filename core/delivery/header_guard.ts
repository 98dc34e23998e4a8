import { Invalid } from "../errors.ts";
import type { Address } from "./letter.ts";

/** Would end a header line, or be read as its end by some program on the way. */
// deno-lint-ignore no-control-regex -- control characters are what it looks for
const BREAKS_HEADER = /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u2028\u2029]/;
const ADDRESS = /^[^\s<>(),;:"\\@]+@[^\s<>(),;"\\@]+$/;
const MESSAGE_ID = /^[\x21-\x3B\x3D\x3F-\x7E]+$/;
const HEADER_NAME = /^[A-Za-z0-9-]+$/;

/** A name and an address fit for an envelope and a header; throws `Invalid` otherwise. */
export function safeAddress(
  what: string,
  { name, address }: Address,
): Address {
  if (!ADDRESS.test(address) || BREAKS_HEADER.test(address)) {
    throw new Invalid({
      address: `The ${what}'s address is not an e-mail address.`,
    });
  }
  return { name: safeHeader(`${what}'s name`, name), address };
}

/** A text fit for a header; throws `Invalid` when it would reach out of its line. */
export function safeHeader(what: string, text: string): string {
  if (!BREAKS_HEADER.test(text)) return text.toWellFormed();
  throw new Invalid({
    [what]: `The ${what} has a line break or a control character in it.`,
  });
}

/** A name fit for a header; throws `Invalid` otherwise. */
export function safeHeaderName(name: string): string {
  if (HEADER_NAME.test(name)) return name;
  throw new Invalid({
    headers: `${JSON.stringify(name)} cannot be the name of a header.`,
  });
}

/** A message id fit for a header; throws `Invalid` otherwise. */
export function safeMessageId(messageId: string): string {
  if (MESSAGE_ID.test(messageId)) return messageId;
  throw new Invalid({
    messageId: "The message id has characters that do not fit a header.",
  });
}

/** What stands for a placeholder; throws `Invalid` when there is nothing. */
export function valueOf(name: string, values: Record<string, string>): string {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value !== undefined) return value;
  throw new Invalid({
    body: `There is nothing to put in place of {{${name}}}.`,
  });
}
