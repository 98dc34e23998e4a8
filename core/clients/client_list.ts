import { ClientInput } from "./client.ts";
import { type Columns, columnsOf, recordOf } from "./list_columns.ts";
import { type ListEntry, readEntries } from "./list_entry.ts";

/** A line of a list that does not make a client. */
export interface RejectedLine {
  /** Counts from 1, as editors do. */
  line: number;
  /** What the line says, or the part of it that was not understood. */
  text: string;
  /** One sentence for the person who pasted it. */
  reason: string;
}

/** What a pasted list of clients holds. */
export interface ClientList {
  clients: ClientInput[];
  rejected: RejectedLine[];
  /** The header and the lines not understood: a list in itself, to be mended. */
  rest: string;
}

/**
 * Reads clients from lines or CSV: `Name <email>`, or e-mail, name and comment with commas,
 * semicolons or tabs between them; a header line may name the columns. Never throws.
 */
export function parseClientList(text: string): ClientList {
  const lines = linesOf(text);
  const header = columnsOf(lines[0]?.text ?? "");
  const clients: ClientInput[] = [];
  const rejected: RejectedLine[] = [];
  for (const { line, text } of header ? lines.slice(1) : lines) {
    for (const entry of entriesOf(text, header)) {
      const read = clientOf(entry);
      if (typeof read === "string") {
        rejected.push({ line, text: entry.text, reason: read });
      } else clients.push(read);
    }
  }
  return {
    clients,
    rejected,
    rest: restOf(header && lines[0]?.text, rejected),
  };
}

function linesOf(text: string): { line: number; text: string }[] {
  return text.replace(/^\uFEFF/, "").split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter(({ text }) => text !== "");
}

function entriesOf(text: string, header: Columns | undefined): ListEntry[] {
  return header ? [{ text, read: recordOf(text, header) }] : readEntries(text);
}

/** The client an entry speaks of, or why there is none. */
function clientOf({ read }: ListEntry): ClientInput | string {
  if (typeof read === "string") return read;
  const result = ClientInput.safeParse(read);
  if (result.success) return result.data;
  return result.error.issues[0]?.message ?? "This is not understood.";
}

function restOf(
  header: string | undefined,
  rejected: readonly RejectedLine[],
): string {
  if (rejected.length === 0) return "";
  const lines = rejected.map(({ text }) => text);
  return [...(header ? [header] : []), ...lines].join("\n");
}
