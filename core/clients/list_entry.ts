import { SEPARATORS, splitFields } from "./list_fields.ts";

/** What a line says of a client, not checked yet. */
export interface ListRecord {
  email: string;
  name: string;
  comment: string;
}

/** A part of a line that speaks of one client, and what it says or why that is not understood. */
export interface ListEntry {
  text: string;
  read: ListRecord | string;
}

/** Why a line with a lonely quote is not understood. */
export const UNCLOSED_QUOTE = "A quotation mark is opened and not closed.";

const NO_ADDRESS = "There is no e-mail address on this line.";
const TWO_ADDRESSES =
  "There are two e-mail addresses here. Give each client a line.";

const ADDRESS = /^[^\s<>,;"@]+@[^\s<>,;"@]+$/;
/** What may hold an address: each is looked at once, however long the line. */
const WORD = /[^\s<>,;"]+/g;
const BRACKETED = /<[^<>\s]+>/g;

/** The clients of a line without columns: one, or several as in a mail's "To". */
export function readEntries(line: string): ListEntry[] {
  const fields = fieldsAround(line);
  if (fields) return [{ text: line, read: fromFields(fields) }];
  return peopleOf(line).map((text) => ({ text, read: fromText(text) }));
}

/** The fields of a line by the separator that leaves an address standing alone. */
function fieldsAround(line: string): string[] | undefined {
  for (const separator of SEPARATORS) {
    const fields = splitFields(line, separator);
    if (fields?.some((field) => ADDRESS.test(field))) return fields;
  }
  return undefined;
}

// The name stands before the address, in as many fields as it likes, or in one behind it.
function fromFields(fields: readonly string[]): ListRecord | string {
  const place = fields.findIndex((field) => ADDRESS.test(field));
  const before = fields.slice(0, place).filter(Boolean);
  const after = fields.slice(place + 1);
  if (after.some((field) => ADDRESS.test(field))) return TWO_ADDRESSES;
  const name = before.length > 0 ? before.join(" ") : after.shift() ?? "";
  return {
    email: fields[place] ?? "",
    name,
    comment: after.filter(Boolean).join(", "),
  };
}

function peopleOf(line: string): string[] {
  const bracketed = line.match(BRACKETED)?.filter((text) => text.includes("@"));
  if ((bracketed?.length ?? 0) < 2) return [line];
  return line.split(/(?<=>)[\s,;]+/).filter(Boolean);
}

function fromText(text: string): ListRecord | string {
  if (isUnclosed(text)) return UNCLOSED_QUOTE;
  const found = addressIn(text);
  if (!found) return NO_ADDRESS;
  const before = bare(text.slice(0, found.start));
  const after = bare(text.slice(found.end));
  return {
    email: found.address,
    name: before || after,
    comment: before ? after : "",
  };
}

/** The first word of a text that may be an address, and where it stands with its brackets. */
function addressIn(text: string) {
  for (const { 0: address, index } of text.matchAll(WORD)) {
    const at = address.indexOf("@");
    if (at < 1 || at === address.length - 1) continue;
    const end = index + address.length;
    return {
      address,
      start: text[index - 1] === "<" ? index - 1 : index,
      end: text[end] === ">" ? end + 1 : end,
    };
  }
  return undefined;
}

function isUnclosed(text: string): boolean {
  return text.startsWith('"') && text.split('"').length % 2 === 0;
}

// What stands around a name in an address line is not part of it.
function bare(text: string): string {
  const trimmed = withoutAround(text);
  if (trimmed.length < 2 || !/^".*"$/s.test(trimmed)) return trimmed;
  const quoted = trimmed.slice(1, -1);
  return isOneQuote(quoted)
    ? quoted.replaceAll(/\\(.)/g, "$1").trim()
    : trimmed;
}

/** Whether no quotation mark in a text ends what was quoted: each is escaped. */
function isOneQuote(quoted: string): boolean {
  return /^(?:[^"\\]|\\.)*$/.test(quoted);
}

// By hand: an expression for the end of a text begins anew at each space within it.
function withoutAround(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isAround(text[start])) start++;
  while (end > start && isAround(text[end - 1])) end--;
  return text.slice(start, end);
}

function isAround(character: string | undefined): boolean {
  return character !== undefined && /[\s,;]/.test(character);
}
