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

const ADDRESS = /^[^\s<>,;"]+@[^\s<>,;"]+$/;
const ADDRESS_WITHIN = /<?([^\s<>,;"]+@[^\s<>,;"]+)>?/;
const BRACKETED = /<[^<>\s]+@[^<>\s]+>/g;

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
  if ((line.match(BRACKETED)?.length ?? 0) < 2) return [line];
  return line.split(/(?<=>)[\s,;]+/).filter(Boolean);
}

function fromText(text: string): ListRecord | string {
  if (isUnclosed(text)) return UNCLOSED_QUOTE;
  const found = ADDRESS_WITHIN.exec(text);
  if (!found) return NO_ADDRESS;
  const before = bare(text.slice(0, found.index));
  const after = bare(text.slice(found.index + found[0].length));
  return {
    email: found[1] ?? "",
    name: before || after,
    comment: before ? after : "",
  };
}

function isUnclosed(text: string): boolean {
  return text.startsWith('"') && text.split('"').length % 2 === 0;
}

// What stands around a name in an address line is not part of it.
function bare(text: string): string {
  const trimmed = text.replace(/^[\s,;]+|[\s,;]+$/g, "");
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(trimmed)?.[1];
  return quoted?.replaceAll(/\\(.)/g, "$1").trim() ?? trimmed;
}
