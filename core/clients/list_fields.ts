/** What may stand between the fields of a line. */
export const SEPARATORS = ["\t", ";", ","] as const;
export type Separator = typeof SEPARATORS[number];

/**
 * The fields of one line of CSV, trimmed; quotes around a field go, and a doubled quote in it
 * is one. Undefined if a quote that begins a field is never closed.
 */
export function splitFields(
  line: string,
  separator: Separator,
): string[] | undefined {
  const fields: string[] = [];
  let rest = line;
  for (;;) {
    const quoted = /^[^\S\t]*"((?:[^"]|"")*)"/.exec(rest);
    if (!quoted && /^[^\S\t]*"/.test(rest)) return undefined;
    const before = quoted?.[1]?.replaceAll('""', '"') ?? "";
    rest = rest.slice(quoted?.[0].length ?? 0);
    const end = rest.indexOf(separator);
    const after = end < 0 ? rest : rest.slice(0, end);
    fields.push((before + after).trim());
    if (end < 0) return fields;
    rest = rest.slice(end + 1);
  }
}
