import { type Separator, SEPARATORS, splitFields } from "./list_fields.ts";
import { type ListRecord, UNCLOSED_QUOTE } from "./list_entry.ts";

/** Which columns of a list hold what, as its header says. */
export interface Columns {
  separator: Separator;
  email: number;
  /** First and last name may stand apart. */
  name: number[];
  comment: number[];
}

const NAMES = {
  email: /^(e-?mail|mail)([ _-]?address)?$|почт|^емейл$|^имейл$/i,
  name:
    /^((full|first|given|last|family|middle)[ _-]?)?name$|^client$|^surname$|^(имя|фамилия|отчество|фио|клиент)$|^ф\.\s?и\.\s?о\.$/i,
  comment: /^(comments?|notes?|remarks?)$|^(комментари|примечани|заметк)/i,
};

/** The columns that a list's first line names; undefined if that line is no header. */
export function columnsOf(line: string): Columns | undefined {
  if (line.includes("@")) return undefined;
  for (const separator of SEPARATORS) {
    const fields = splitFields(line, separator) ?? [];
    const places = (pattern: RegExp) =>
      fields.flatMap((field, place) => pattern.test(field) ? [place] : []);
    const [email] = places(NAMES.email);
    if (email === undefined || fields.length === 1) continue;
    return {
      separator,
      email,
      name: places(NAMES.name),
      comment: places(NAMES.comment),
    };
  }
  return undefined;
}

/** What a line says in the columns of its list, or why it says nothing. */
export function recordOf(line: string, columns: Columns): ListRecord | string {
  const fields = splitFields(line, columns.separator);
  if (!fields) return UNCLOSED_QUOTE;
  const text = (places: number[], between: string) =>
    places.map((place) => fields[place]).filter(Boolean).join(between);
  return {
    email: fields[columns.email] ?? "",
    name: text(columns.name, " "),
    comment: text(columns.comment, ", "),
  };
}
